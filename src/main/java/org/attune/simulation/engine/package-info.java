/** What can be learned about strategies from a log: off-policy estimates. Plain Java; it knows neither Spring nor the database. */
@NullMarked
@NamedInterface("engine")
package org.attune.simulation.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
