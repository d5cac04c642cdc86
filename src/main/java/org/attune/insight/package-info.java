/**
 * What supervisors see: how each action and its model does, every single decision explained, and what conversations
 * came to. Reads figures, models and
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
            "arbitration :: engine",
            "strategy",
            "history",
            "history :: engine",
            "decision",
            "interaction",
            "learning",
            "learning :: engine"
        })
package org.attune.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
