package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.attune.ui.MainLayout;

/** Leads on to the actions. */
@Route(value = "insight", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class InsightView extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(ActionsView.class);
    }
}
