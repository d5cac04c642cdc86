package org.attune.outreach.internal;

import java.sql.Timestamp;
import java.time.Instant;
import org.attune.customer.SignalReceived;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what followed from each signal, so that nothing follows twice, and how far the second look has come. */
@Repository
class Firings {
    private final JdbcClient jdbc;

    Firings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else, on any node, works on this rule for this customer; until the end of the transaction. */
    void alone(String rule, SignalReceived signal) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 4711009))")
                .param(rule + signal.customer())
                .query()
                .singleRow();
    }

    /** Writes down what followed; false when it was written down before. */
    boolean note(String rule, SignalReceived signal, Instant at, String result, String detail) {
        return jdbc.sql("insert into outreach_firing (rule, signal, customer, at, result, detail)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (rule, signal) do nothing")
                        .params(rule, signal.signal(), signal.customer().value(), Timestamp.from(at), result, detail)
                        .update()
                == 1;
    }

    boolean known(String rule, SignalReceived signal) {
        return jdbc.sql("select exists (select 1 from outreach_firing where rule = ? and signal = ?)")
                .params(rule, signal.signal())
                .query(Boolean.class)
                .single();
    }

    /** Whether the rule has put this customer on the worklist since. */
    boolean createdSince(String rule, SignalReceived signal, Instant since) {
        return jdbc.sql(
                        "select exists (select 1 from outreach_item where customer = ? and rule = ? and created_at > ?)")
                .params(signal.customer().value(), rule, Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** Up to where signals were looked at again. */
    Instant progress() {
        return jdbc.sql("select taken from outreach_progress")
                .query((rs, i) -> rs.getTimestamp(1).toInstant())
                .single();
    }

    /** Goes on from where it was, unless another node has gone on meanwhile. */
    void progress(Instant from, Instant to) {
        jdbc.sql("update outreach_progress set taken = ? where taken = ?")
                .params(Timestamp.from(to), Timestamp.from(from))
                .update();
    }
}
