/**
 * Who comes to a branch today: appointments and walk-ins in one queue, and who is served next. A visit becomes a conversation in the
 * channel {@code branch}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Branch",
        allowedDependencies = {"kernel", "platform", "customer", "interaction"})
package org.attune.branch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
