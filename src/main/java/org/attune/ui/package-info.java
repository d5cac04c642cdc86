/**
 * The design system every page stands on: shell, login, cards, badges, charts, formats, texts in two languages, live
 * news for open views and the pages shown when something goes wrong.
 */
@NullMarked
@ApplicationModule(
        displayName = "Screens",
        allowedDependencies = {"kernel", "platform", "access"})
package org.attune.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
