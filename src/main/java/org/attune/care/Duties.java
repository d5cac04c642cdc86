package org.attune.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attune.care.engine.Country;
import org.attune.care.engine.FrenchBanking;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.care.internal.FeeBook;
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
    private final FeeBook book;
    private final ApplicationEventPublisher events;

    Duties(
            Customers customers,
            CareLimits settings,
            Days days,
            ZoneId zone,
            JdbcClient jdbc,
            FeeBook book,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.settings = settings;
        this.days = days;
        this.zone = zone;
        this.jdbc = jdbc;
        this.book = book;
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

    /**
     * Incident fees beside their caps.
     *
     * @param duty key of the duty to give back what is above them
     * @param doneBy who saw to that, null while nobody has or nothing is above
     */
    public record Fees(
            FrenchBanking.Charged charged,
            String duty,
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
        String by = doneBy(customer, SPECIFIC_OFFER);
        return List.of(new Duty(
                SPECIFIC_OFFER,
                why,
                FrenchBanking.OFFER_AT_MOST,
                by,
                settings.preset().checkedOn()));
    }

    private @Nullable String doneBy(CustomerId customer, String duty) {
        return jdbc.sql("select done_by from care_duty where customer = ? and duty = ?")
                .params(customer.value(), duty)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Incident fees of a customer for whom they are capped: whoever must be offered the specific offer. Empty for everybody else.
     */
    public Optional<Fees> fees(CustomerId customer) {
        List<Duty> duties = of(customer);
        if (duties.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = days.today();
        FrenchBanking.Charged charged = FrenchBanking.charged(book.since(customer, today.withDayOfYear(1)), today);
        String duty = "fees-back-" + today.getYear() + "-" + charged.over();
        return Optional.of(new Fees(
                charged,
                duty,
                charged.over() == 0 ? null : doneBy(customer, duty),
                duties.getFirst().checkedOn()));
    }

    /** It was done; twice changes nothing. */
    @Transactional
    public void done(CustomerId customer, String duty, String who) {
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
