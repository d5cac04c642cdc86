/** Security chains, login rules and what happens to users at start. */
@NullMarked
package org.attune.access.internal;

import org.jspecify.annotations.NullMarked;
