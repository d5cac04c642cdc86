/**
 * Tries a strategy out before it goes live: on personas, whose expectations it has to meet, and on recorded decisions, to see in which of
 * them the customer would hear something else and how much more or less would be accepted. Nothing is written.
 */
@NullMarked
@ApplicationModule(
        displayName = "Simulation",
        allowedDependencies = {
            "kernel",
            "catalog",
            "customer",
            "history",
            "arbitration",
            "arbitration :: engine",
            "learning :: engine",
            "strategy",
            "decision"
        })
package org.attune.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
