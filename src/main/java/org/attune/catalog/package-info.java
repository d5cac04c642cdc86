/**
 * What can be proposed: issue, group, action and treatment with validity, channels, values and policies, as plain
 * records. The catalog is a value; the strategy module numbers and publishes it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"kernel"})
package org.attune.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
