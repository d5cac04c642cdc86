/**
 * Turns what happens to customers into calls worth making: event rules of the live strategy put items on a worklist, with what to
 * say and by when; agents take them, do them or leave them. Never against the customer's wishes or the shield.
 */
@NullMarked
@ApplicationModule(
        displayName = "Outreach",
        allowedDependencies = {
            "kernel",
            "access",
            "ui",
            "customer",
            "catalog",
            "history",
            "policy",
            "strategy",
            "decision",
            "interaction"
        })
package org.attune.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
