package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.attune.ui.MainLayout;

/** The studio opens with the catalog. */
@Route(value = "studio", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class StudioView extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(CatalogView.class);
    }
}
