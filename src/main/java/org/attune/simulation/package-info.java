/**
 * Tries a strategy out before it goes live: on personas, whose expectations it has to meet, and on the inputs of recorded
 * decisions, to see in which of them the customer would hear something else. Nothing is written.
 */
@NullMarked
@ApplicationModule(
        displayName = "Simulation",
        allowedDependencies = {
            "kernel",
            "catalog",
            "customer",
            "history",
            "strategy",
            "decision",
            "arbitration :: engine",
            "learning :: engine"
        })
package org.attune.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
