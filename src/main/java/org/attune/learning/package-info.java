/**
 * Learns from every answer, in log order, how likely a customer is to accept an action. The mathematics is plain Java in
 * the engine package; this module feeds it from the log, keeps snapshots and reports its health.
 */
@NullMarked
@ApplicationModule(
        displayName = "Learning",
        allowedDependencies = {"kernel", "platform", "history"})
package org.attune.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
