/**
 * The immutable, numbered bundle of catalog, policies, levers and settings. Exactly one revision is live; edits make the next.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy",
        allowedDependencies = {
            "kernel",
            "platform",
            "catalog",
            "policy",
            "arbitration",
            "customer",
            "learning :: engine"
        })
package org.attune.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
