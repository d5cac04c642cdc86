package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.attune.insight.internal.Selection;
import org.attune.insight.internal.Selection.Period;
import org.attune.kernel.Channel;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Chooses period and channel. */
class FilterBar extends Div {
    private static final long serialVersionUID = 1L;

    private final Select<Period> period = new Select<>();
    private final Select<Channel> channel = new Select<>();
    private final Input from = day("insight.filter.from");
    private final Input to = day("insight.filter.to");
    private final Div days = new Div(from, new Span("–"), to);
    private final transient Consumer<Selection> chosen;
    private transient Selection selection = new Selection(null, null, null);
    private transient LocalDate today = LocalDate.EPOCH;

    /** @param chosen called when the user has chosen, not when {@link #show} has */
    FilterBar(Words words, Consumer<Selection> chosen) {
        this.chosen = chosen;
        addClassName("filter-bar");
        period.setItems(Period.values());
        period.setItemLabelGenerator(Words::period);
        period.setAriaLabel(Texts.of("insight.filter.period"));
        period.addClassName("filter");
        period.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choosePeriod(event.getValue());
            }
        });
        channel.setItems(Channel.values());
        channel.setEmptySelectionAllowed(true);
        channel.setEmptySelectionCaption(Texts.of("insight.filter.channels"));
        channel.setItemLabelGenerator(each -> each == null ? Texts.of("insight.filter.channels") : words.channel(each));
        channel.setAriaLabel(Texts.of("insight.filter.channel"));
        channel.addClassName("filter");
        channel.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(selection.with(event.getValue()));
            }
        });
        days.addClassName("filter-days");
        from.addValueChangeListener(event -> chooseDays(event.isFromClient()));
        to.addValueChangeListener(event -> chooseDays(event.isFromClient()));
        add(period, days, channel);
    }

    /** Shows what is chosen. */
    void show(Selection shown, LocalDate day) {
        selection = shown;
        today = day;
        Period name = shown.period(day);
        period.setValue(name);
        channel.setValue(shown.channel());
        showDays(name == Period.CUSTOM);
    }

    private void showDays(boolean custom) {
        days.setVisible(custom);
        LocalDate first = selection.from();
        LocalDate last = selection.to();
        from.setValue(first == null ? "" : first.toString());
        to.setValue(last == null ? "" : last.toString());
        from.getElement().setAttribute("max", last == null ? today.toString() : last.toString());
        to.getElement().setAttribute("min", first == null ? "" : first.toString());
    }

    private void choosePeriod(@Nullable Period name) {
        if (name == Period.CUSTOM) {
            showDays(true);
            from.focus();
        } else if (name != null) {
            choose(Selection.of(name, today, selection.channel()));
        }
    }

    private void chooseDays(boolean byUser) {
        if (byUser && complete(from.getValue()) && complete(to.getValue())) {
            LocalDate first = parsed(from.getValue());
            LocalDate last = parsed(to.getValue());
            boolean turned = first != null && last != null && first.isAfter(last);
            choose(new Selection(turned ? last : first, turned ? first : last, selection.channel()));
        }
    }

    private void choose(Selection next) {
        if (!next.equals(selection)) {
            chosen.accept(next);
        }
    }

    /** While a year is typed, the browser tells of the years 2, 20 and 202. */
    private static boolean complete(@Nullable String text) {
        LocalDate day = parsed(text);
        return day == null || day.getYear() > 1999;
    }

    private static @Nullable LocalDate parsed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Input day(String label) {
        Input input = new Input(ValueChangeMode.ON_CHANGE);
        input.setType("date");
        input.setAriaLabel(Texts.of(label));
        input.addClassName("filter-day");
        return input;
    }
}
