/**
 * What the telephone system asks and tells: who should take a call, and what happens to calls, over WebSocket and HTTP. Knows the
 * caller and the conversation, never the agent's screen.
 */
@NullMarked
@ApplicationModule(
        displayName = "Telephony",
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "customer",
            "catalog",
            "policy",
            "strategy",
            "interaction"
        })
package org.attune.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
