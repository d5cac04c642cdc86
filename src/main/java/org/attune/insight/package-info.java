/**
 * What supervisors see: how each action and its model does, and every single decision explained. Reads figures, models and
 * traces, and changes nothing but who has seen to what agents reported.
 */
@NullMarked
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {
            "kernel",
            "access",
            "ui",
            "customer",
            "catalog",
            "arbitration",
            "strategy",
            "history",
            "decision",
            "learning"
        })
package org.attune.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
