package org.attune.care.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.attune.customer.Customers;
import org.attune.customer.SignalFact;
import org.attune.customer.SignalReceived;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The amount that an event told with a signal. */
@Component
class ToldAmount {
    private final Customers customers;
    private final Days days;

    ToldAmount(Customers customers, Days days) {
        this.customers = customers;
        this.days = days;
    }

    /** {@code data.amount}, told in euro, as cents, half a cent up; null when there is none, or it is no amount above zero. */
    @Nullable
    Long cents(SignalReceived news) {
        Long cents = customers.context(news.customer(), days.now()).signals().stream()
                .filter(each -> each.type().equals(news.type()) && each.at().equals(news.at()))
                .map(SignalFact::data)
                .map(data -> cents(data.get("amount")))
                .findFirst()
                .orElse(null);
        return cents == null || cents <= 0 ? null : cents;
    }

    private static @Nullable Long cents(@Nullable Object amount) {
        try {
            return amount == null
                    ? null
                    : new BigDecimal(amount.toString())
                            .movePointRight(2)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}
