/**
 * What can be learned about strategies from a log (off-policy estimates), and a world whose truth is known to try it in: invented or
 * imported customers, what each would answer to each action, how that changes, and agents between the list and the customer. Plain
 * Java and seeded: the same seed is the same world on every machine.
 */
@NullMarked
@NamedInterface("engine")
package org.attune.simulation.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
