/** How revisions are stored, checked and compiled. */
@NullMarked
package org.attune.strategy.internal;

import org.jspecify.annotations.NullMarked;
