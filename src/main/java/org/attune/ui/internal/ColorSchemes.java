package org.attune.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import org.attune.access.Scheme;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the system is set. */
final class ColorSchemes {
    private ColorSchemes() {}

    static void apply(UI ui, @Nullable Scheme choice) {
        ui.getPage().setColorScheme(value(choice));
    }

    static ColorScheme.Value value(@Nullable Scheme choice) {
        if (choice == null) {
            return ColorScheme.Value.SYSTEM;
        }
        return choice == Scheme.DARK ? ColorScheme.Value.DARK : ColorScheme.Value.LIGHT;
    }
}
