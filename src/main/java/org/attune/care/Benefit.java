package org.attune.care;

import java.time.LocalDate;
import java.util.List;
import org.attune.kernel.LocalText;

/**
 * An aid somebody may be entitled to.
 *
 * @param country {@code fr}, {@code uk}, {@code au}, or {@code any}
 * @param rule over the answers to the {@link Question}s
 * @param source who decides on it
 * @param checkedOn when the entry was last looked at
 * @param bring what to have ready
 */
public record Benefit(
        String key,
        String country,
        String topic,
        LocalText name,
        LocalText what,
        String rule,
        Amount amount,
        String source,
        LocalDate checkedOn,
        List<LocalText> bring) {
    /**
     * An estimate, never a promise.
     *
     * @param from whole units of the currency; from and to are 0 where it is not about money
     * @param per {@code month}, {@code year} or {@code once}
     */
    public record Amount(int from, int to, String per, String currency) {}

    public Benefit {
        bring = List.copyOf(bring);
    }
}
