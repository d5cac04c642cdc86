/**
 * What the telephone system asks before anybody answers: who should take a call and how urgent it is. Knows the caller, never the
 * agent's screen.
 */
@NullMarked
@ApplicationModule(
        displayName = "Telephony",
        allowedDependencies = {"kernel", "customer", "catalog", "policy", "strategy"})
package org.attune.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
