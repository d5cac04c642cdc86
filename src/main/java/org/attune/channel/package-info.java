/**
 * The door for other systems: the REST API with its events, imports, decisions, outcomes and figures, and the OpenAPI
 * document that describes it. It translates between JSON and the modules behind it and decides nothing itself.
 */
@NullMarked
@ApplicationModule(
        displayName = "Channel",
        allowedDependencies = {
            "kernel",
            "access",
            "ui",
            "customer",
            "catalog",
            "strategy",
            "decision",
            "interaction",
            "telephony",
            "history",
            "history :: engine",
            "learning",
            "learning :: engine"
        })
package org.attune.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
