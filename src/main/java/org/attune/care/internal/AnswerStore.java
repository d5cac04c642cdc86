package org.attune.care.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attune.kernel.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what customers answered about aids, for those who agreed to it. */
@Repository
public class AnswerStore {
    private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnswerStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void keep(
            CustomerId customer,
            Map<String, Object> answers,
            String consent,
            LocalDate expires,
            String who,
            Instant at) {
        jdbc.sql("""
                        insert into care_answers (customer, answers, consent, expires_on, saved_by, saved_at)
                        values (?, ?::jsonb, ?, ?, ?, ?) on conflict (customer) do update set answers = excluded.answers,
                            consent = excluded.consent, expires_on = excluded.expires_on, saved_by = excluded.saved_by,
                            saved_at = excluded.saved_at""")
                .params(customer.value(), json.writeValueAsString(answers), consent, expires, who, Sql.time(at))
                .update();
    }

    /** What is kept on a day; empty when nothing is. */
    public Map<String, Object> of(CustomerId customer, LocalDate today) {
        return jdbc.sql("select answers from care_answers where customer = ? and expires_on >= ?")
                .params(customer.value(), today)
                .query(String.class)
                .optional()
                .map(text -> (Map<String, Object>) json.readValue(text, ANSWERS))
                .orElse(Map.of());
    }

    public void delete(CustomerId customer) {
        jdbc.sql("delete from care_answers where customer = ?")
                .param(customer.value())
                .update();
    }

    int forget(LocalDate today) {
        return jdbc.sql("delete from care_answers where expires_on < ?")
                .param(today)
                .update();
    }
}
