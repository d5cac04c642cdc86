/**
 * Puts the actions that passed every policy in order: propensity x context weight x value x lever, exploration, and the
 * advice to propose nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Arbitration",
        allowedDependencies = {"kernel", "catalog"})
package org.attune.arbitration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
