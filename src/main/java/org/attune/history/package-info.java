/**
 * The log of record: every decision, what was offered, what the customer answered, in one order. Contact counters, the
 * timeline and the figures of the insight pages are read from here.
 */
@NullMarked
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {"kernel"})
package org.attune.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
