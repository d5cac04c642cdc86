package org.attune.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.demo.internal.DemoPerson.Signal;
import org.jspecify.annotations.Nullable;

/** An invented customer while being made up: attributes, holdings, states and signals so far. */
final class Life {
    final Story story;
    final Chance chance;
    final Instant now;
    final LocalDate today;
    final Map<String, Object> attributes = new LinkedHashMap<>();
    final List<Holding> holdings = new ArrayList<>();
    final List<StateDraft> states = new ArrayList<>();
    final List<Signal> signals = new ArrayList<>();

    Life(Story story, Chance chance, Instant now, LocalDate today) {
        this.story = story;
        this.chance = chance;
        this.now = now;
        this.today = today;
    }

    void set(String attribute, Object value) {
        attributes.put(attribute, value instanceof Integer number ? number.doubleValue() : value);
    }

    double number(String attribute) {
        return attributes.get(attribute) instanceof Double value ? value : 0;
    }

    boolean is(String attribute) {
        return Boolean.TRUE.equals(attributes.get(attribute));
    }

    boolean holds(String product) {
        return holdings.stream().anyMatch(each -> each.product().equals(product));
    }

    /** Takes a product some time after becoming a customer. */
    void hold(String product) {
        int months = (int) number("tenure_months");
        int since = months == 0 ? 0 : chance.between(months / 3, months);
        holdings.add(new Holding(product, today.minusMonths(since).minusDays(chance.between(0, 20)), null));
    }

    void begin(CustomerState state, int daysAgo, @Nullable Integer endedDaysAgo) {
        states.add(new StateDraft(state, ago(daysAgo), endedDaysAgo == null ? null : ago(endedDaysAgo), null));
    }

    boolean feels(String signal) {
        return signals.stream().anyMatch(each -> each.type().equals(signal));
    }

    void signal(String type, int daysAgo) {
        signals.add(new Signal(type, ago(daysAgo)));
    }

    /** So many days ago, at some hour before this one. */
    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(chance.between(5, 600)));
    }
}
