/**
 * The pages of the admin: the catalog of actions with its editor and kill switches, imports, the attribute dictionary, the
 * rules of wrap-up and the audit trail. Everything is shown and asked for here and decided in the modules below.
 */
@NullMarked
@ApplicationModule(
        displayName = "Studio",
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "ui",
            "customer",
            "care :: engine",
            "catalog",
            "policy",
            "history",
            "arbitration",
            "arbitration :: engine",
            "strategy",
            "decision",
            "interaction",
            "outreach",
            "simulation",
            "simulation :: engine"
        })
package org.attune.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
