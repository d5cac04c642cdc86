/** Attune, the agent-assist application: one package per module, listed in docs/ARCHITECTURE.md. */
@NullMarked
package org.attune;

import org.jspecify.annotations.NullMarked;
