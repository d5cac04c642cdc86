/** The arithmetic of evidence: rates, differences, lift and how much of it takes to know. Plain Java, no state. */
@NullMarked
@NamedInterface("engine")
package org.attune.history.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
