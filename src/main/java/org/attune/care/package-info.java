/**
 * Help for customers in difficulty: income and expenditure, arrangements that can be kept, moratoria and other protections with their
 * clocks, aids, and passing somebody on. What it records protects the customer at once, by the states the shield reads.
 */
@NullMarked
@ApplicationModule(
        displayName = "Care",
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "ui",
            "customer",
            "catalog",
            "policy",
            "strategy",
            "interaction"
        })
package org.attune.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
