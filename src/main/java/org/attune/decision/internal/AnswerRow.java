package org.attune.decision.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.customer.CsvFile;
import org.attune.kernel.Channel;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Outcome;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** One answer as a row of a file tells it. */
record AnswerRow(long number, String customer, String action, Outcome outcome, Instant occurredAt, Channel channel) {
    private static final Set<Outcome> ANSWERS = Set.of(
            Outcome.PRESENTED,
            Outcome.ACCEPTED,
            Outcome.DECLINED,
            Outcome.NOT_NOW,
            Outcome.NOT_OFFERED,
            Outcome.FULFILLED,
            Outcome.CANCELLED);

    /** Reads rows of one file by one mapping. */
    static final class Reader {
        private final AnswerMapping mapping;
        private final int customer;
        private final int action;
        private final int outcome;
        private final int occurredAt;
        private final int channel;
        private final ZoneId zone;

        /** Checks that the file has every column the mapping needs. */
        Reader(AnswerMapping mapping, CsvFile file, ZoneId zone) {
            this.mapping = mapping;
            this.zone = zone;
            List<Problem> problems = new ArrayList<>();
            customer = mapping.customerTemplate() != null
                    ? -1
                    : column(file, mapping.customerColumn(), "customer", problems);
            action = mapping.action() != null ? -1 : column(file, mapping.actionColumn(), "action", problems);
            outcome = column(file, mapping.outcomeColumn(), "outcome", problems);
            occurredAt = mapping.occurredAt() != null
                    ? -1
                    : column(file, mapping.occurredAtColumn(), "occurredAt", problems);
            channel = mapping.channel() != null ? -1 : column(file, mapping.channelColumn(), "channel", problems);
            if (!problems.isEmpty()) {
                throw new InvalidException(problems);
            }
        }

        private static int column(CsvFile file, @Nullable String named, String usual, List<Problem> problems) {
            String name = named == null ? usual : named;
            int index = file.index(name);
            if (index < 0) {
                problems.add(new Problem(
                        name,
                        "The file has no column '" + name + "'. It has: " + String.join(", ", file.columns()) + "."));
            }
            return index;
        }

        /** The answer of a row; what is wrong is an InvalidException whose place is the column. */
        AnswerRow read(CsvFile.Row row) {
            List<String> cells = row.cells();
            String template = mapping.customerTemplate();
            String ref =
                    template == null ? cells.get(customer) : template.replace("{row}", Long.toString(row.number()));
            if (ref.isBlank()) {
                throw new InvalidException("customer", "The customer's reference is missing.");
            }
            String fixedAction = mapping.action();
            String fixedChannel = mapping.channel();
            return new AnswerRow(
                    row.number(),
                    ref,
                    fixedAction == null ? cells.get(action) : fixedAction,
                    outcome(cells.get(outcome)),
                    occurredAt(row),
                    Channel.of(fixedChannel == null ? cells.get(channel) : fixedChannel));
        }

        private Outcome outcome(String word) {
            String key = mapping.outcomes() == null ? word : mapping.outcomes().get(word);
            if (key == null) {
                throw new InvalidException("outcome", "The mapping does not say what '" + word + "' means.");
            }
            Outcome outcome = Outcome.of(key.toLowerCase(Locale.ROOT));
            if (!ANSWERS.contains(outcome)) {
                throw new InvalidException("outcome", "'" + key + "' is not an answer that can be imported.");
            }
            return outcome;
        }

        private Instant occurredAt(CsvFile.Row row) {
            AnswerMapping.Spread spread = mapping.occurredAt();
            if (spread != null) {
                return spread.from().plusSeconds((row.number() - 1) * spread.everySeconds());
            }
            String text = row.cells().get(occurredAt);
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                        : text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                                ? java.time.OffsetDateTime.parse(text).toInstant()
                                : java.time.LocalDateTime.parse(text.replace(' ', 'T'))
                                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                throw new InvalidException(
                        "occurredAt",
                        "'" + text + "' is not a date or time such as 2026-11-22 or 2026-11-22T10:00:00Z.");
            }
        }
    }
}
