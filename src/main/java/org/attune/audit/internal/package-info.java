/** Writes the trail and keeps its hash chain. */
@NullMarked
package org.attune.audit.internal;

import org.jspecify.annotations.NullMarked;
