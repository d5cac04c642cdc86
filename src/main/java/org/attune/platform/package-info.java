/**
 * The ground Attune stands on: where its data live and the PostgreSQL that keeps them. Without an address of an external
 * server it runs one of its own, durable and closed to everybody else, that starts and stops with the application. Through the
 * database nodes tell each other what happened.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package org.attune.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
