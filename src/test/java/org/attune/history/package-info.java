/** Tests of the log of record on a real PostgreSQL. */
@NullMarked
package org.attune.history;

import org.jspecify.annotations.NullMarked;
