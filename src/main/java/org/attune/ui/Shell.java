package org.attune.ui;

import com.vaadin.flow.server.VaadinService;
import org.attune.access.DemoMode;

/** What a page must know about the application around it. */
final class Shell {
    private Shell() {}

    static boolean isDemo() {
        VaadinService service = VaadinService.getCurrent();
        return service != null
                && service.getInstantiator().getOrCreate(DemoMode.class).isOn();
    }
}
