package org.attune.history.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.Offer;
import org.attune.history.OutcomeOrder;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes batches of past answers: four statements a batch, whatever its size. */
@Component
public class ImportWriter {

    private static final String WHO = "import";
    /** Any number that no other use of advisory locks takes. */
    private static final long IMPORT_LOCK = 0x4154_4C49L;

    private final JdbcTemplate jdbc;
    private final SituationFormat format;
    private final LogWriter writer;
    private final Clock clock;

    ImportWriter(JdbcTemplate jdbc, LogWriter writer, SituationFormat format, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.format = format;
        this.clock = clock;
    }

    /** Writes those that are new, in their order, and says how many they were. */
    public int write(List<ImportedAnswer> answers) {
        for (ImportedAnswer answer : answers) {
            if (answer.decision().offers().size() != 1) {
                throw new InvalidException("offers", "A past answer is about exactly one offer.");
            }
        }
        if (answers.isEmpty()) {
            return 0;
        }
        return writer.write(news -> {
            // One batch at a time: two imports of one file would otherwise wait for each other's keys, maybe for good.
            jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, IMPORT_LOCK);
            Set<UUID> isNew = insertDecisions(answers);
            List<ImportedAnswer> fresh = answers.stream()
                    .filter(a -> isNew.contains(a.decision().id().value()))
                    .toList();
            if (!fresh.isEmpty()) {
                insertOffers(fresh);
                append(news, fresh);
            }
            return fresh.size();
        });
    }

    private Set<UUID> insertDecisions(List<ImportedAnswer> answers) {
        List<DecisionRecord> all =
                answers.stream().map(ImportedAnswer::decision).toList();
        return new HashSet<>(jdbc.queryForList(
                """
                INSERT INTO history_decision (id, customer_id, at, channel, reason, interaction_id, revision, model_version,
                    arm, seed, took_micros, guarded, import_key, packed)
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::bigint[],
                    ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::boolean[], ?::text[], ?::bytea[])
                ON CONFLICT (import_key) DO NOTHING
                RETURNING id
                """,
                UUID.class,
                texts(all, d -> d.id().toString()),
                texts(all, d -> d.customer().toString()),
                texts(all, d -> DecisionStore.timestamp(d.at()).toString()),
                texts(all, d -> d.channel().key()),
                texts(all, DecisionRecord::reason),
                texts(all, d -> text(DecisionStore.interaction(d))),
                all.stream().mapToLong(DecisionRecord::revision).toArray(),
                all.stream().mapToLong(DecisionRecord::modelVersion).toArray(),
                texts(all, DecisionRecord::arm),
                all.stream().mapToLong(DecisionRecord::seed).toArray(),
                all.stream().mapToLong(DecisionRecord::tookMicros).toArray(),
                texts(all, d -> Boolean.toString(d.guarded())),
                texts(answers, ImportedAnswer::externalKey),
                all.stream().map(d -> format.write(d.situation())).toArray(byte[][]::new)));
    }

    private void insertOffers(List<ImportedAnswer> answers) {
        List<Offer> offers =
                answers.stream().map(a -> a.decision().offers().getFirst()).toList();
        jdbc.update(
                """
                INSERT INTO history_offer (decision_id, state, shown_at, shown_to, presented_at, answered_at, action, issue,
                    group_key, rank, treatment, propensity, sampled, priority, selection_probability, starting_propensity,
                    answer_days, fulfilled_reward, customer_id, at, channel, arm)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::float8[], ?::float8[], ?::float8[], ?::float8[],
                    ?::float8[], ?::int[], ?::float8[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[])
                """,
                texts(answers, a -> a.decision().id().toString()),
                texts(answers, a -> a.outcome().key()),
                texts(answers, a -> time(a.occurredAt())),
                texts(answers, a -> WHO),
                texts(answers, a -> OutcomeOrder.impliesPresented(a.outcome()) ? time(a.occurredAt()) : null),
                texts(answers, a -> OutcomeOrder.isAnswer(a.outcome()) ? time(a.occurredAt()) : null),
                texts(offers, Offer::action),
                texts(offers, Offer::issue),
                texts(offers, Offer::group),
                offers.stream().mapToInt(Offer::rank).toArray(),
                texts(offers, Offer::treatment),
                offers.stream().mapToDouble(Offer::propensity).toArray(),
                offers.stream().mapToDouble(Offer::sampled).toArray(),
                offers.stream().mapToDouble(Offer::priority).toArray(),
                offers.stream().mapToDouble(Offer::selectionProbability).toArray(),
                offers.stream().mapToDouble(Offer::startingPropensity).toArray(),
                offers.stream().mapToInt(Offer::answerDays).toArray(),
                offers.stream().mapToDouble(Offer::fulfilledReward).toArray(),
                texts(answers, a -> a.decision().customer().toString()),
                texts(answers, a -> time(a.decision().at())),
                texts(answers, a -> a.decision().channel().key()),
                texts(answers, a -> a.decision().arm()));
    }

    /** Takes a block of positions and fills it; from here to the commit other answers wait. */
    private void append(LogWriter.News news, List<ImportedAnswer> answers) {
        List<Step> steps = new ArrayList<>();
        for (ImportedAnswer answer : answers) {
            steps.addAll(steps(answer));
        }
        if (steps.isEmpty()) {
            return;
        }
        Long last = jdbc.queryForObject(
                "UPDATE history_head SET position = position + ? RETURNING position", Long.class, steps.size());
        if (last == null) {
            throw new IllegalStateException("The log has no head.");
        }
        jdbc.update(
                """
                INSERT INTO history_outcome (position, decision_id, action, outcome, reason, occurred_at, recorded_at, who,
                    before, implied)
                SELECT ? + n, decision, action, outcome, reason, at, ?, ?, before, implied
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::boolean[])
                    WITH ORDINALITY AS step (decision, action, outcome, reason, at, before, implied, n)
                """,
                last - steps.size(),
                DecisionStore.timestamp(clock.instant()),
                WHO,
                texts(steps, s -> s.answer().decision().id().toString()),
                texts(steps, s -> s.answer().decision().offers().getFirst().action()),
                texts(steps, s -> s.outcome().key()),
                texts(steps, s -> s.answer().reason()),
                texts(steps, s -> time(s.answer().occurredAt())),
                texts(steps, Step::before),
                texts(
                        steps,
                        s -> Boolean.toString(s.before().isEmpty() && OutcomeOrder.impliesPresented(s.outcome()))));
        readOut(steps, last - steps.size());
        news.appended(last);
    }

    private void readOut(List<Step> steps, long before) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.outcome() == Outcome.ACCEPTED) {
                for (Answer.ReadOut each : step.answer().readOut()) {
                    rows.add(new Object[] {
                        before + i + 1, each.sentence(), each.words(), DecisionStore.timestamp(each.at())
                    });
                }
            }
        }
        jdbc.batchUpdate("INSERT INTO history_read_out (position, sentence, words, at) VALUES (?, ?, ?, ?)", rows);
    }

    private static List<Step> steps(ImportedAnswer answer) {
        return switch (answer.outcome()) {
            case SHOWN -> List.of();
            case FULFILLED, CANCELLED ->
                List.of(
                        new Step(answer, Outcome.ACCEPTED, ""),
                        new Step(answer, answer.outcome(), Outcome.ACCEPTED.key()));
            default -> List.of(new Step(answer, answer.outcome(), ""));
        };
    }

    private record Step(ImportedAnswer answer, Outcome outcome, String before) {}

    private static String time(Instant at) {
        return DecisionStore.timestamp(at).toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T> @Nullable String[] texts(List<T> list, Function<T, @Nullable String> text) {
        return DecisionStore.texts(list, text);
    }
}
