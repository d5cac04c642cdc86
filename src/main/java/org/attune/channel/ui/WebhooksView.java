package org.attune.channel.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.CurrentUser;
import org.attune.channel.webhook.Webhook;
import org.attune.channel.webhook.Webhooks;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Who is told what happens here, and how telling goes. */
@Route(value = "studio/webhooks", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class WebhooksView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Webhooks webhooks;
    private final Grid<Webhook> grid = new Grid<>();
    private final Span count = new Span();
    private final WebhookPanel panel;
    private final DeliveryList deliveries;

    WebhooksView(Webhooks webhooks, CurrentUser user, Formats formats) {
        super(Texts.of("channel.webhooks"));
        this.webhooks = webhooks;
        panel = new WebhookPanel(webhooks, formats, user.username(), this::refresh);
        deliveries = new DeliveryList(webhooks, formats, user.username());
        headerEnd()
                .add(new ActionButton(Texts.of("channel.webhook.new"), click -> {
                            grid.deselectAll();
                            deliveries.show(null);
                            panel.startNew();
                        })
                        .primary()
                        .icon(Icons.PLUS));
        list();
        Div left = new Div(new Card(grid).flush().fill(), deliveries);
        left.addClassName("webhook-lists");
        content().addClassNames("cols", "channel-page");
        content().add(left, panel);
        footerStart().add(count);
        refresh(null);
    }

    private void list() {
        grid.getElement().setAttribute("aria-label", Texts.of("channel.webhooks"));
        grid.addClassName("catalog");
        grid.setSizeFull();
        grid.setEmptyStateComponent(new EmptyState(
                Icons.EXTERNAL, Texts.of("channel.webhooks.none"), Texts.of("channel.webhooks.none.hint")));
        grid.addColumn(Webhook::url)
                .setHeader(Texts.of("channel.webhook.url"))
                .setFlexGrow(1)
                .setResizable(true);
        grid.addColumn(Webhook::description)
                .setHeader(Texts.of("channel.webhook.description"))
                .setWidth("150px")
                .setFlexGrow(0)
                .setResizable(true);
        grid.addColumn(WebhooksView::events)
                .setHeader(Texts.of("channel.webhook.events"))
                .setWidth("210px")
                .setFlexGrow(0)
                .setResizable(true);
        grid.addComponentColumn(WebhooksView::state)
                .setHeader(Texts.of("channel.webhook.state"))
                .setWidth("104px")
                .setFlexGrow(0);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(change.getValue());
            }
        });
    }

    private static String events(Webhook webhook) {
        return webhook.events().stream()
                .sorted()
                .map(each -> Texts.of("channel.event." + each.name().toLowerCase(java.util.Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private static Badge state(Webhook webhook) {
        if (webhook.enabled()) {
            return new Badge(Texts.of("channel.webhook.on"), Badge.Kind.GOOD);
        }
        return webhook.note().isEmpty()
                ? new Badge(Texts.of("channel.webhook.off"), Badge.Kind.NEUTRAL)
                : new Badge(Texts.of("channel.webhook.gone"), Badge.Kind.WARN);
    }

    final void open(Webhook webhook) {
        panel.show(webhook);
        deliveries.show(webhook.id());
    }

    private void refresh(@Nullable UUID select) {
        List<Webhook> all = webhooks.list();
        grid.setItems(all);
        count.setText(Texts.of("channel.webhook.count", all.size()));
        Webhook chosen = all.stream()
                .filter(each -> each.id().equals(select))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            panel.startNew();
            deliveries.show(null);
        } else {
            grid.select(chosen);
            open(chosen);
        }
    }
}
