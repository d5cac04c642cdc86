/**
 * The learning engine: online models of acceptance, as a pure function of the outcome log.
 * Plain Java and primitive arrays; it knows neither Spring nor the database nor the attribute dictionary.
 */
@NullMarked
@NamedInterface("engine")
package org.attune.learning.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
