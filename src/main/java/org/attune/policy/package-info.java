/**
 * May we, does it fit, is it right: the typed rule language, the engagement policies, the contact policy, and the shield
 * that no configuration can defeat.
 */
@NullMarked
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"kernel", "catalog", "customer", "history"})
package org.attune.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
