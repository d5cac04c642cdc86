package org.attune.studio;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.attune.access.CurrentUser;
import org.attune.interaction.WrapUpMode;
import org.attune.interaction.WrapUpRule;
import org.attune.interaction.WrapUpRules;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.Texts;

/** How conversations of each queue are wrapped up. */
@Route(value = WrapUpView.PATH, layout = MainLayout.class)
@RolesAllowed("ADMIN")
class WrapUpView extends Page {
    static final String PATH = "studio/wrap-up";
    private static final long serialVersionUID = 1L;

    private final transient WrapUpRules rules;
    private final Grid<WrapUpRule> grid = new Grid<>();
    private final WrapUpPanel panel;

    WrapUpView(WrapUpRules rules, CurrentUser user) {
        super(Texts.of("wrapup.rules"));
        this.rules = rules;
        panel = new WrapUpPanel(rules, user.username(), this::refresh);
        headerEnd()
                .add(new ActionButton(Texts.of("wrapup.rules.new"), click -> {
                            grid.deselectAll();
                            panel.startNew();
                        })
                        .primary()
                        .icon(Icons.PLUS));
        grid.getElement().setAttribute("aria-label", Texts.of("wrapup.rules.list"));
        grid.addClassName("catalog");
        grid.setSizeFull();
        grid.addColumn(WrapUpPanel::name)
                .setHeader(Texts.of("wrapup.column.queue"))
                .setFlexGrow(1);
        grid.addColumn(WrapUpView::mode)
                .setHeader(Texts.of("wrapup.column.mode"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(rule -> rule.mode() == WrapUpMode.NONE
                        ? ""
                        : Integer.toString(rule.codes().size()))
                .setHeader(Texts.of("wrapup.column.codes"))
                .setWidth("80px")
                .setFlexGrow(0);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                panel.show(change.getValue());
            }
        });
        content().addClassNames("cols", "wrapup-rules");
        content().add(new Card(grid).flush().fill(), panel);
        refresh(WrapUpRule.OTHERS);
    }

    private static String mode(WrapUpRule rule) {
        String mode = WrapUpPanel.label(rule.mode());
        return rule.mode() == WrapUpMode.TIMED ? mode + " · " + rule.seconds() + " s" : mode;
    }

    /** Shows what is kept now, with a queue chosen. */
    private void refresh(String queue) {
        List<WrapUpRule> all = rules.all();
        grid.setItems(all);
        WrapUpRule chosen = all.stream()
                .filter(each -> each.queue().equals(queue))
                .findFirst()
                .orElse(all.getFirst());
        grid.select(chosen);
        panel.show(chosen);
    }
}
