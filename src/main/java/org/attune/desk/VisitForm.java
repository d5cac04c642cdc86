package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.attune.branch.Visits;
import org.attune.customer.CustomerSummary;
import org.attune.kernel.AttuneException;
import org.attune.kernel.CustomerId;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Somebody came, or an appointment is agreed on for later today: with a time it is an appointment, without one a walk-in. */
final class VisitForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient Visits visits;
    private final String place;
    private final Span chosen = new Span();
    private final ReasonField reason;
    private final TimePicker time = new TimePicker(Texts.of("branch.time"));
    private transient @Nullable CustomerId customer;
    private String about = "";

    VisitForm(DeskServices services, Visits visits, String place) {
        this.services = services;
        this.visits = visits;
        this.place = place;
        addClassNames("stack", "visit-form");
        Finder finder = new Finder(services.customers(), this::choose);
        chosen.addClassName("strong");
        chosen.setVisible(false);
        reason = new ReasonField(services.vocabulary(), key -> about = key);
        reason.setLabel(Texts.of("branch.about"));
        reason.setItemLabelGenerator(key -> key == null || key.isEmpty()
                ? Texts.of("branch.about.unknown")
                : ReasonField.label(services.vocabulary(), key, null));
        reason.setValue("");
        time.setStep(Duration.ofMinutes(15));
        time.setLocale(Texts.locale().getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK);
        time.setPlaceholder(Texts.of("branch.now"));
        time.setClearButtonVisible(true);
        Div row = new Div(reason, time);
        row.addClassNames("row", "wrap", "visit-about");
        Div last = new Div(new ActionButton(Texts.of("branch.add"), click -> add()).primary());
        last.addClassName("row");
        add(finder, chosen, row, last);
    }

    private void choose(CustomerId found) {
        customer = found;
        CustomerSummary summary = services.customers().summaries(List.of(found)).get(found);
        chosen.setText(summary == null ? "" : summary.displayName());
        chosen.setVisible(true);
    }

    private void add() {
        CustomerId who = customer;
        if (who == null) {
            Notify.info(Texts.of("branch.who"));
            return;
        }
        try {
            LocalTime at = time.getValue();
            if (at == null) {
                visits.walkIn(place, who, about);
            } else {
                visits.book(place, who, about, today(at));
            }
        } catch (AttuneException e) {
            Notify.info(e);
            return;
        }
        customer = null;
        about = "";
        chosen.setVisible(false);
        reason.setValue("");
        time.clear();
    }

    private Instant today(LocalTime at) {
        ZoneId zone = services.formats().zone();
        return LocalDate.ofInstant(services.clock().instant(), zone)
                .atTime(at)
                .atZone(zone)
                .toInstant();
    }
}
