/**
 * The agent's desk: one page with the customer's facts, the guide, the timeline and the ranked next best actions, by mouse and by
 * key. It shows what the modules below know and keeps nothing of its own.
 */
@NullMarked
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "ui",
            "customer",
            "catalog",
            "history",
            "policy",
            "strategy",
            "decision",
            "interaction",
            "branch",
            "outreach",
            "care"
        })
package org.attune.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
