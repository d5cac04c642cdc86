/**
 * Content to show Attune with: the starter catalog, invented customers with a past, and a live demo in which virtual colleagues
 * take calls and invented customers answer from preferences the engine cannot see. Nothing of it exists when
 * {@code attune.demo} is off.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "access",
            "customer",
            "catalog",
            "policy",
            "arbitration",
            "strategy",
            "decision",
            "interaction",
            "care",
            "care :: engine",
            "telephony",
            "telephony :: engine",
            "history",
            "ui"
        })
package org.attune.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
