/** How the embedded PostgreSQL is unpacked, initialised, started, guarded and stopped. */
@NullMarked
package org.attune.platform.internal;

import org.jspecify.annotations.NullMarked;
