@NullMarked
package org.attune.simulation.engine;

import org.jspecify.annotations.NullMarked;
