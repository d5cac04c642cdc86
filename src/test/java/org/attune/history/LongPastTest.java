package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has been a customer for long is decided about as quickly as anybody else. */
class LongPastTest {
    private static final int LONG_PAST = 2_000;

    private static LogBed bed;

    @BeforeAll
    static void open() {
        bed = new LogBed();
    }

    @AfterAll
    static void close() {
        bed.close();
    }

    @Test
    void onlyWhatStillMattersIsReadOfALongPast() {
        CustomerId customer = CustomerId.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        shown(customer, now.minus(100, ChronoUnit.DAYS), null);
        shown(customer, now.minus(399, ChronoUnit.DAYS), null);
        shown(customer, now.minus(500, ChronoUnit.DAYS), LocalDate.now().plusDays(30)); // "ask me again next year"
        shown(customer, now.minus(500, ChronoUnit.DAYS), LocalDate.now().minusDays(30));
        DecisionRecord old = shown(customer, now.minus(450, ChronoUnit.DAYS), null);
        bed.jdbc().update("""
                INSERT INTO history_offer
                SELECT o.* FROM (SELECT (jsonb_populate_record(o, jsonb_build_object('action', 'old-' || n,
                    'at', o.at - make_interval(hours => n)))).* FROM history_offer o, generate_series(1, ?) n
                    WHERE o.decision_id = ?) o
                """, LONG_PAST, old.id().value());
        bed.jdbc().execute("ANALYZE history_offer");

        List<PastOffer> past = bed.history().pastOffers(customer);

        assertThat(past)
                .extracting(each -> ChronoUnit.DAYS.between(each.at(), now))
                .containsExactly(100L, 399L, 500L);
        assertThat(rowsTouched(bed.history().askPastOffers(new Query.Expression("?", List.of(customer.value())), now)))
                .isLessThan(20);
    }

    private static DecisionRecord shown(CustomerId customer, Instant at, LocalDate again) {
        DecisionRecord decision = bed.decided(customer, at, "main", Map.of(), LogBed.DEPOSIT);
        bed.jdbc()
                .update(
                        "UPDATE history_offer SET state = 'shown', shown_at = at, again = ? WHERE decision_id = ?",
                        again,
                        decision.id().value());
        return decision;
    }

    /** Rows that were looked at, whether they were wanted or not. */
    private static long rowsTouched(Query<?> query) {
        String plan = bed.jdbc()
                .queryForObject(
                        "EXPLAIN (ANALYZE, FORMAT JSON) " + query.sql(),
                        String.class,
                        query.parameters().toArray());
        return rows(JsonMapper.shared().readTree(plan).get(0).get("Plan"));
    }

    private static long rows(JsonNode node) {
        long rows = node.path("Actual Rows").asLong()
                + node.path("Rows Removed by Filter").asLong()
                + node.path("Rows Removed by Index Recheck").asLong();
        for (JsonNode child : node.path("Plans")) {
            rows += rows(child);
        }
        return rows;
    }
}
