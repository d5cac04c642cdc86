package org.attune.channel.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.UUID;
import org.attune.channel.webhook.Delivery;
import org.attune.channel.webhook.Webhooks;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How telling one webhook went lately; anything can be sent once more. */
class DeliveryList extends Card {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 200;

    private final transient Webhooks webhooks;
    private final transient Formats formats;
    private final String who;
    private final Grid<Delivery> grid = new Grid<>();
    private @Nullable UUID webhook;

    DeliveryList(Webhooks webhooks, Formats formats, String who) {
        this.webhooks = webhooks;
        this.formats = formats;
        this.who = who;
        fill().named(Texts.of("channel.deliveries"));
        addClassName("stack");
        list();
        add(
                new SectionTitle(Texts.of("channel.deliveries"))
                        .end(new ActionButton(Texts.of("channel.refresh"), click -> refresh()).link()),
                grid);
    }

    private void list() {
        grid.getElement().setAttribute("aria-label", Texts.of("channel.deliveries"));
        grid.addClassName("catalog");
        grid.setSizeFull();
        column(each -> formats.dateTime(each.createdAt()), "at", "140px");
        column(Delivery::type, "type", "210px");
        grid.addComponentColumn(DeliveryList::state)
                .setHeader(Texts.of("channel.delivery.state"))
                .setWidth("104px")
                .setFlexGrow(0);
        column(each -> formats.count(each.attempts()), "attempts", "72px");
        column(this::answer, "answer", "180px").setFlexGrow(1);
        grid.addComponentColumn(this::resend).setHeader("").setWidth("110px").setFlexGrow(0);
    }

    private Grid.Column<Delivery> column(
            com.vaadin.flow.function.ValueProvider<Delivery, ?> value, String key, String width) {
        return grid.addColumn(value)
                .setHeader(Texts.of("channel.delivery." + key))
                .setWidth(width)
                .setFlexGrow(0)
                .setResizable(true);
    }

    private static Badge state(Delivery delivery) {
        Badge.Kind kind = switch (delivery.state()) {
            case "delivered" -> Badge.Kind.GOOD;
            case "dead" -> Badge.Kind.BAD;
            default -> Badge.Kind.INFO;
        };
        return new Badge(Texts.of("channel.delivery." + delivery.state()), kind);
    }

    /** Status, words, duration, and when it is tried next. */
    private String answer(Delivery delivery) {
        StringBuilder text = new StringBuilder();
        if (delivery.status() != null) {
            text.append(delivery.status()).append(' ');
        }
        if (delivery.error() != null) {
            text.append(delivery.error()).append(' ');
        }
        if (delivery.millis() != null && delivery.error() == null) {
            text.append("· ").append(formats.count(delivery.millis())).append(" ms");
        }
        if (delivery.nextAt() != null && delivery.attempts() > 0) {
            text.append(Texts.of("channel.delivery.next", formats.dateTime(delivery.nextAt())));
        }
        return text.toString().strip();
    }

    private Component resend(Delivery delivery) {
        return new ActionButton(Texts.of("channel.delivery.resend"), click -> {
                    webhooks.resend(delivery.webhook(), delivery.event(), who);
                    Notify.success(Texts.of("channel.delivery.resent"));
                    refresh();
                })
                .link()
                .icon(Icons.UNDO);
    }

    final void show(@Nullable UUID chosen) {
        webhook = chosen;
        setVisible(chosen != null);
        refresh();
    }

    private void refresh() {
        grid.setItems(webhook == null ? List.of() : webhooks.deliveries(webhook, null, SHOWN));
    }
}
