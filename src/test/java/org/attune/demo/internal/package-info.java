/** Tests of how the demo's people are made up. */
@NullMarked
package org.attune.demo.internal;

import org.jspecify.annotations.NullMarked;
