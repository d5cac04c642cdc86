/**
 * The live conversation between an agent and a customer: ringing, talking, wrap-up, closed; it is where an agent comes back
 * to after a refresh, and the frame in which an answer can be undone.
 */
@NullMarked
@ApplicationModule(
        displayName = "Interaction",
        allowedDependencies = {"kernel", "platform", "access", "customer", "decision", "history"})
package org.attune.interaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
