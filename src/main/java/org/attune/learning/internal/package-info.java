/** Follows the log: who applies it, what it teaches, and the copies to go back to. */
@NullMarked
package org.attune.learning.internal;

import org.jspecify.annotations.NullMarked;
