package org.attune.floor;

import org.attune.history.DecisionPace;

/**
 * Whether the engine keeps up.
 *
 * @param pace of the last minute, all nodes
 * @param refused decisions this node refused because of overload since it started
 * @param position of the log that the models of this node know
 * @param lag answers of the log they do not know yet
 */
record EngineState(DecisionPace pace, long refused, long position, long lag) {}
