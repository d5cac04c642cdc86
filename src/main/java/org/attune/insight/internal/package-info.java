/** Reads and arranges what the insight pages show; knows nothing about pages. */
@NullMarked
package org.attune.insight.internal;

import org.jspecify.annotations.NullMarked;
