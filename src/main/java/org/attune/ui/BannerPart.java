package org.attune.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Something a module shows in the note about demo data, such as a switch. Called once per opened page, in order of beans. */
public interface BannerPart {
    /** A new component, or empty when this user gets none. */
    Optional<Component> create();
}
