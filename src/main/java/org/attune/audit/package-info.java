/**
 * Keeps the append-only trail of who changed what, when, from what to what. It listens to audited events inside the
 * changing transaction, so that there is never a change without its line nor a line without its change.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel"})
package org.attune.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
