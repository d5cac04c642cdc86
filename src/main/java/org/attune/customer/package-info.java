/**
 * Who the customer is and what they are going through: identification, profile, holdings, signals, states, consents and
 * preferences as one immutable snapshot, the attribute dictionary that gives every fact its meaning, and the import.
 */
@NullMarked
@ApplicationModule(
        displayName = "Customer",
        allowedDependencies = {"kernel"})
package org.attune.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
