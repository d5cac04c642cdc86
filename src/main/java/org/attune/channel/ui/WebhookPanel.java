package org.attune.channel.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.channel.webhook.Webhook;
import org.attune.channel.webhook.WebhookDraft;
import org.attune.channel.webhook.WebhookEvent;
import org.attune.channel.webhook.Webhooks;
import org.attune.kernel.InvalidException;
import org.attune.kernel.StaleException;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One webhook beside the list: made, changed, tried out, ended. */
class WebhookPanel extends Card {
    private static final long serialVersionUID = 1L;

    private final transient Webhooks webhooks;
    private final transient Formats formats;
    private final transient Consumer<@Nullable UUID> onChange;
    private final String who;
    private final SectionTitle title = new SectionTitle("");
    private final Span facts = new Span();
    private final TextField url = new TextField(Texts.of("channel.webhook.url"));
    private final TextField description = new TextField(Texts.of("channel.webhook.description"));
    private final CheckboxGroup<WebhookEvent> events = new CheckboxGroup<>(Texts.of("channel.webhook.events"));
    private final Checkbox enabled = new Checkbox(Texts.of("channel.webhook.enabled"));
    private final Div more = new Div();
    private final Map<String, HasValidationProperties> places =
            Map.of("url", url, "description", description, "events", events);
    private transient @Nullable Webhook present;

    WebhookPanel(Webhooks webhooks, Formats formats, String who, Consumer<@Nullable UUID> onChange) {
        this.webhooks = webhooks;
        this.formats = formats;
        this.who = who;
        this.onChange = onChange;
        addClassNames("stack", "fill", "scroll");
        named(Texts.of("channel.webhook.panel"));
        places.values().forEach(each -> each.setManualValidation(true));
        facts.addClassName("muted");
        url.setWidthFull();
        url.setPlaceholder("https://");
        description.setWidthFull();
        events.setItems(WebhookEvent.values());
        events.setItemLabelGenerator(
                each -> Texts.of("channel.event." + each.name().toLowerCase(Locale.ROOT)));
        events.addClassName("events");
        more.addClassNames("row", "wrap");
        more.add(
                new ActionButton(Texts.of("channel.webhook.test"), click -> tryOut()),
                new ActionButton(Texts.of("channel.webhook.rotate"), click -> rotate()),
                new ActionButton(Texts.of("channel.webhook.delete"), click -> delete()).danger());
        add(
                title,
                facts,
                url,
                description,
                events,
                enabled,
                new ActionButton(Texts.of("channel.save"), click -> save()).primary(),
                more);
        startNew();
    }

    final void startNew() {
        present = null;
        fill(Texts.of("channel.webhook.new"), new WebhookDraft("", "", EnumSet.noneOf(WebhookEvent.class), true));
        facts.setText(Texts.of("channel.webhook.new.hint"));
    }

    void show(Webhook webhook) {
        present = webhook;
        fill(Texts.of("channel.webhook.panel"), webhook.draft());
        String made = Texts.of("channel.webhook.made", formats.dateTime(webhook.createdAt()), webhook.createdBy());
        facts.setText(webhook.note().isEmpty() ? made : made + " " + webhook.note());
    }

    private void fill(String heading, WebhookDraft draft) {
        unmark();
        title.setText(heading);
        url.setValue(draft.url());
        description.setValue(draft.description());
        events.setValue(draft.events());
        enabled.setValue(draft.enabled());
        more.setVisible(present != null);
    }

    private void save() {
        unmark();
        Set<WebhookEvent> chosen = events.getValue();
        WebhookDraft draft =
                new WebhookDraft(url.getValue().strip(), description.getValue().strip(), chosen, enabled.getValue());
        try {
            Webhook base = present;
            if (base == null) {
                Webhook.Issued issued = webhooks.create(draft, who);
                onChange.accept(issued.webhook().id());
                hand(issued);
            } else {
                onChange.accept(webhooks.change(base, draft, who).id());
                Notify.success(Texts.of("channel.webhook.saved"));
            }
        } catch (InvalidException e) {
            e.problems().forEach(problem -> {
                HasValidationProperties field = places.get(problem.place());
                if (field == null) {
                    Notify.error(problem.message());
                } else {
                    field.setErrorMessage(problem.message());
                    field.setInvalid(true);
                }
            });
        } catch (StaleException e) {
            Notify.error(e.getMessage());
        }
    }

    private void tryOut() {
        if (present != null) {
            webhooks.tryOut(present.id(), who);
            Notify.info(Texts.of("channel.webhook.tested"));
            onChange.accept(present.id());
        }
    }

    private void rotate() {
        Webhook webhook = present;
        if (webhook != null) {
            Ask.confirm(
                    Texts.of("channel.webhook.rotate.title"),
                    Texts.of("channel.webhook.rotate.question"),
                    Texts.of("channel.webhook.rotate"),
                    () -> {
                        Webhook.Issued issued = webhooks.rotate(webhook.id(), who);
                        onChange.accept(webhook.id());
                        hand(issued);
                    });
        }
    }

    private void delete() {
        Webhook webhook = present;
        if (webhook != null) {
            Ask.danger(
                    Texts.of("channel.webhook.delete.title"),
                    Texts.of("channel.webhook.delete.question"),
                    Texts.of("channel.webhook.delete"),
                    () -> {
                        webhooks.delete(webhook.id(), who);
                        onChange.accept(null);
                    });
        }
    }

    private static void hand(Webhook.Issued issued) {
        SecretDialog.show(
                Texts.of("channel.webhook.secret.title"), Texts.of("channel.webhook.secret"), issued.secret());
    }

    private void unmark() {
        places.values().forEach(each -> each.setInvalid(false));
    }
}
