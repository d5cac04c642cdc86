/**
 * Decides: runs the stages once, for one customer at one moment, for every channel; explains what it did and records it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Decision",
        allowedDependencies = {
            "kernel",
            "customer",
            "catalog",
            "policy",
            "learning",
            "learning :: engine",
            "arbitration",
            "arbitration :: engine",
            "strategy",
            "history"
        })
package org.attune.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
