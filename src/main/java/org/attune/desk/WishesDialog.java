package org.attune.desk;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerDraft;
import org.attune.customer.Customers;
import org.attune.customer.QuietHours;
import org.attune.customer.Wishes;
import org.attune.interaction.Interaction;
import org.attune.kernel.Channel;
import org.attune.kernel.Keyed;
import org.attune.kernel.StaleException;
import org.attune.kernel.Tone;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Notes what the customer wishes of contact. Nothing is kept that the customer did not say: one tick confirms it. */
final class WishesDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final String SALES_CALLS = "sales_calls";

    private final transient DeskServices services;
    private final transient CustomerContext customer;
    private final transient Interaction interaction;
    private final long version;
    private final Select<Channel> channel = new Select<>();
    private final Select<Tone> tone = new Select<>();
    private final TimePicker from = time("desk.wishes.from");
    private final TimePicker to = time("desk.wishes.to");
    private final Checkbox calls = new Checkbox(Texts.of("desk.wishes.calls"));
    private final Checkbox sales = new Checkbox(Texts.of("desk.wishes.sales"));
    private final Checkbox said = new Checkbox(Texts.of("desk.wishes.said"));
    private final Span problem = new Span();

    WishesDialog(DeskServices services, CustomerContext customer, Interaction interaction) {
        this.services = services;
        this.customer = customer;
        this.interaction = interaction;
        OptionalLong known = services.customers().version(customer.ref());
        version = known.orElse(Customers.NEW);
        setHeaderTitle(Texts.of("desk.wishes.title"));
        addClassName("wishes-dialog");
        choice(channel, "desk.wishes.channel", Kind.CHANNEL, List.of(Channel.values()));
        choice(tone, "desk.wishes.tone.field", Kind.TONE, List.of(Tone.values()));
        Wishes now = Wishes.of(customer);
        channel.setValue(now.channel());
        tone.setValue(now.tone());
        if (now.quiet() != null) {
            from.setValue(now.quiet().from());
            to.setValue(now.quiet().to());
        }
        calls.setValue(now.calls());
        sales.setValue(Boolean.TRUE.equals(customer.consents().get(SALES_CALLS)));
        problem.addClassName("error-text");
        problem.getElement().setAttribute("role", "alert");
        Div pair = new Div(channel, tone);
        Div hours = new Div(from, to);
        pair.addClassNames("cols", "cols-half");
        hours.addClassNames("cols", "cols-half");
        Span hint = new Span(Texts.of("desk.wishes.hint"));
        hint.addClassNames("small", "muted");
        Div form = new Div(pair, hours, calls, sales, hint, said, problem);
        form.addClassName("stack");
        add(form);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("desk.wishes.save"), click -> save()).primary());
    }

    private static TimePicker time(String label) {
        TimePicker field = new TimePicker(Texts.of(label));
        field.setStep(Duration.ofMinutes(30));
        field.setLocale(Texts.locale().getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK); // 24 hours in both
        field.setClearButtonVisible(true);
        return field;
    }

    private <T extends Keyed> void choice(Select<T> field, String label, Kind kind, List<T> all) {
        field.setLabel(Texts.of(label));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(Texts.of("desk.wishes.any"));
        field.setItems(all);
        field.setItemLabelGenerator(each -> each == null
                ? Texts.of("desk.wishes.any")
                : Words.of(services.vocabulary().label(kind, each.key())));
    }

    private void save() {
        boolean half = (from.getValue() == null) != (to.getValue() == null)
                || from.getValue() != null && from.getValue().equals(to.getValue());
        if (half || from.isInvalid() || to.isInvalid()) {
            problem.setText(Texts.of("desk.wishes.half"));
            return;
        }
        if (!said.getValue()) {
            problem.setText(Texts.of("desk.wishes.unsaid"));
            return;
        }
        Map<String, @Nullable String> preferences = new HashMap<>();
        preferences.put(
                Wishes.CHANNEL,
                channel.getValue() == null ? null : channel.getValue().key());
        preferences.put(
                Wishes.TONE, tone.getValue() == null ? null : tone.getValue().key());
        preferences.put(
                Wishes.QUIET_HOURS,
                from.getValue() == null ? null : new QuietHours(from.getValue(), to.getValue()).toString());
        Map<String, Boolean> consents = new HashMap<>();
        if (calls.getValue() != Wishes.of(customer).calls()) {
            consents.put(Wishes.CALLS, calls.getValue());
        }
        if (sales.getValue() != Boolean.TRUE.equals(customer.consents().get(SALES_CALLS))) {
            consents.put(SALES_CALLS, sales.getValue());
        }
        try {
            services.customers().put(draft(preferences, consents), version, source(), interaction.agent());
        } catch (StaleException e) {
            Notify.info(Texts.of("desk.wishes.stale"));
        }
        close();
    }

    private CustomerDraft draft(Map<String, @Nullable String> preferences, Map<String, Boolean> consents) {
        return new CustomerDraft(customer.ref(), null, null, null, null, consents, preferences, null, null);
    }

    /** Where it was said. */
    private String source() {
        return interaction.channel().key();
    }
}
