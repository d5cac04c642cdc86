/**
 * The supervisor's live floor: who is in which call, which queue is under pressure, who asks for help, and whether the engine keeps up.
 * Reads, and lets a supervisor answer a call for help; keeps nothing and ranks nobody.
 */
@NullMarked
@ApplicationModule(
        displayName = "Floor",
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "ui",
            "customer",
            "catalog",
            "history",
            "learning",
            "interaction",
            "telephony",
            "care"
        })
package org.attune.floor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
