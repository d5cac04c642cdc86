/** How visits are stored. */
@NullMarked
package org.attune.branch.internal;

import org.jspecify.annotations.NullMarked;
