package org.attune.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.attune.care.engine.Country;
import org.attune.care.engine.FrenchBanking;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must be proposed to a customer, under the preset of the protections that are live. */
@Service
public class Duties {
    /** The specific offer of French banks. */
    public static final String SPECIFIC_OFFER = "specific-offer";

    private static final Set<String> INCIDENTS = Set.of("debit-refused", "bill-missed");

    private final Customers customers;
    private final CareLimits settings;
    private final Days days;
    private final ZoneId zone;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Duties(
            Customers customers,
            CareLimits settings,
            Days days,
            ZoneId zone,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.settings = settings;
        this.days = days;
        this.zone = zone;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Something that must be proposed.
     *
     * @param why keys of the reasons
     * @param atMostCents what it may cost a month
     * @param doneBy who proposed it, null while nobody has
     */
    public record Duty(
            String key,
            Set<FrenchBanking.Why> why,
            long atMostCents,
            @Nullable String doneBy,
            LocalDate checkedOn) {}

    /** What must be proposed to this customer now; what was proposed stays on the list with who did. */
    public List<Duty> of(CustomerId customer) {
        if (settings.preset() == null || settings.country() != Country.FR) {
            return List.of();
        }
        CustomerContext context = customers.context(customer, days.now());
        if (!Boolean.TRUE.equals(context.value("has_current_account"))) {
            return List.of();
        }
        Set<FrenchBanking.Why> why = FrenchBanking.mustPropose(
                thisMonth(context),
                monthsInARow(context),
                context.activeStates().contains(CustomerState.OVER_INDEBTED));
        if (why.isEmpty()) {
            return List.of();
        }
        String by = jdbc.sql("select done_by from care_duty where customer = ? and duty = ?")
                .params(customer.value(), SPECIFIC_OFFER)
                .query(String.class)
                .optional()
                .orElse(null);
        return List.of(new Duty(
                SPECIFIC_OFFER,
                why,
                FrenchBanking.OFFER_AT_MOST,
                by,
                settings.preset().checkedOn()));
    }

    /** It was proposed; twice changes nothing. */
    @Transactional
    public void proposed(CustomerId customer, String duty, String who) {
        int made = jdbc.sql("insert into care_duty (customer, duty, done_by, done_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(customer.value(), duty, who, java.sql.Timestamp.from(days.now()))
                .update();
        if (made == 1) {
            events.publishEvent(new AuditedEvent(who, "duty.done", "customer", customer.toString(), null, duty));
            events.publishEvent(new CareChanged(customer));
        }
    }

    private int thisMonth(CustomerContext customer) {
        YearMonth now = YearMonth.from(days.today());
        return (int) customer.signals().stream()
                .filter(each ->
                        INCIDENTS.contains(each.type()) && month(each.at()).equals(now))
                .count();
    }

    /** Months in a row, ending with this one or the last, in which there was an incident. */
    private int monthsInARow(CustomerContext customer) {
        Set<YearMonth> months = new TreeSet<>();
        customer.signals().stream()
                .filter(each -> INCIDENTS.contains(each.type()))
                .forEach(each -> months.add(month(each.at())));
        YearMonth at = YearMonth.from(days.today());
        if (!months.contains(at)) {
            at = at.minusMonths(1);
        }
        int row = 0;
        while (months.contains(at)) {
            row++;
            at = at.minusMonths(1);
        }
        return row;
    }

    private YearMonth month(Instant at) {
        return YearMonth.from(LocalDate.ofInstant(at, zone));
    }
}
