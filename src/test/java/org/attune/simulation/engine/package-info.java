@org.jspecify.annotations.NullMarked
package org.attune.simulation.engine;
