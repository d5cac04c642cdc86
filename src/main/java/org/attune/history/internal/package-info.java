/** How the log is kept: tables, locks, rules of answers. */
@NullMarked
package org.attune.history.internal;

import org.jspecify.annotations.NullMarked;
