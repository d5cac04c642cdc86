/** Benchmarks: each prints a table and writes JSON under {@code target/bench/}. */
@NullMarked
package org.attune.bench;

import org.jspecify.annotations.NullMarked;
