package org.attune.channel.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.access.ApiClient;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.RateLimit;
import org.attune.access.Scope;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One client beside the list: let in, changed, given a new token, shut out. */
class ClientPanel extends Card {
    private static final long serialVersionUID = 1L;

    private final transient ApiClients clients;
    private final transient Formats formats;
    private final transient Consumer<@Nullable UUID> onChange;
    private final String who;
    private final SectionTitle title = new SectionTitle("");
    private final Span facts = new Span();
    private final TextField name = new TextField(Texts.of("channel.client.name"));
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>(Texts.of("channel.client.scopes"));
    private final IntegerField perSecond = new IntegerField(Texts.of("channel.client.rate"));
    private final IntegerField burst = new IntegerField(Texts.of("channel.client.burst"));
    private final ActionButton rotate = new ActionButton(Texts.of("channel.client.rotate"), click -> rotate());
    private final ActionButton shut = new ActionButton("", click -> turn()).danger();
    private final Map<String, HasValidationProperties> places =
            Map.of("name", name, "scopes", scopes, "perSecond", perSecond, "burst", burst);
    private transient @Nullable ApiClient present;

    ClientPanel(ApiClients clients, Formats formats, String who, Consumer<@Nullable UUID> onChange) {
        this.clients = clients;
        this.formats = formats;
        this.who = who;
        this.onChange = onChange;
        addClassNames("stack", "fill", "scroll");
        named(Texts.of("channel.client.panel"));
        places.values().forEach(each -> each.setManualValidation(true));
        name.setHelperText(Texts.of("channel.client.name.hint"));
        name.setWidthFull();
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(ClientsView::word);
        scopes.addClassName("scopes");
        facts.addClassName("muted");
        Div limits = new Div(perSecond, burst);
        limits.addClassNames("fields", "fields-2");
        Div buttons = new Div(
                new ActionButton(Texts.of("channel.save"), click -> save()).primary(), rotate.icon(Icons.UNDO), shut);
        buttons.addClassNames("row", "wrap");
        add(title, facts, name, scopes, limits, buttons);
        startNew();
    }

    final void startNew() {
        present = null;
        fill(Texts.of("channel.client.new"), "", Set.of(), RateLimit.USUAL);
        facts.setText(Texts.of("channel.client.new.hint"));
    }

    void show(ApiClient client) {
        present = client;
        fill(client.name(), client.name(), client.scopes(), client.limit());
        String made = Texts.of("channel.client.made", formats.dateTime(client.createdAt()), client.createdBy());
        facts.setText(
                client.previousUntil() == null
                        ? made
                        : made + " " + Texts.of("channel.client.previous", formats.dateTime(client.previousUntil())));
        shut.setLabel(Texts.of(client.enabled() ? "channel.client.disable" : "channel.client.enable"));
    }

    private void fill(String heading, String called, Set<Scope> granted, RateLimit limit) {
        unmark();
        title.setText(heading);
        name.setValue(called);
        name.setReadOnly(present != null);
        scopes.setValue(granted);
        perSecond.setValue(limit.perSecond());
        burst.setValue(limit.burst());
        rotate.setVisible(present != null);
        shut.setVisible(present != null);
    }

    private void save() {
        unmark();
        try {
            RateLimit limit = new RateLimit(number(perSecond), number(burst));
            ApiClient base = present;
            if (base == null) {
                IssuedToken issued = clients.create(who, name.getValue().strip(), scopes.getValue(), limit);
                onChange.accept(issued.client().id());
                hand(issued);
            } else {
                ApiClient saved = clients.change(who, base, scopes.getValue(), limit);
                Notify.success(Texts.of("channel.client.saved", saved.name()));
                onChange.accept(saved.id());
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
        } catch (ConflictException e) {
            Notify.error(e.getMessage());
        }
    }

    private void rotate() {
        ApiClient client = present;
        if (client != null) {
            Ask.confirm(
                    Texts.of("channel.client.rotate.title", client.name()),
                    Texts.of("channel.client.rotate.question"),
                    Texts.of("channel.client.rotate"),
                    () -> issue(client, ApiClients.OVERLAP));
        }
    }

    private void issue(ApiClient client, Duration overlap) {
        IssuedToken issued = clients.rotate(who, client.id(), overlap);
        onChange.accept(client.id());
        hand(issued);
    }

    private void turn() {
        ApiClient client = present;
        if (client == null) {
            return;
        }
        Runnable change = () -> {
            clients.setEnabled(who, client.id(), !client.enabled());
            onChange.accept(client.id());
        };
        if (client.enabled()) {
            Ask.danger(
                    Texts.of("channel.client.disable.title", client.name()),
                    Texts.of("channel.client.disable.question"),
                    Texts.of("channel.client.disable"),
                    change);
        } else {
            change.run();
        }
    }

    private static void hand(IssuedToken issued) {
        SecretDialog.show(
                Texts.of("channel.client.token.title", issued.client().name()),
                Texts.of("channel.client.token"),
                issued.token());
    }

    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    private void unmark() {
        places.values().forEach(each -> each.setInvalid(false));
    }
}
