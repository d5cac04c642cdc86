/**
 * The words every module shares: typed ids, channels, outcomes, tones, languages, texts in two languages, and the
 * errors users may read. It knows no bean, no screen and no table.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package org.attune.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
