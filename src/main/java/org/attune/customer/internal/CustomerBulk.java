package org.attune.customer.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.customer.StateFact;
import org.attune.customer.internal.CustomerJson.Told;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes thousands of customers at once: new ones by COPY, known ones by one UPDATE of those that really differ. */
@Repository
class CustomerBulk {
    /** Source of everything an import tells. */
    static final String SOURCE = "import";

    private static final int ATTEMPTS = 3;
    private static final int BLOCK = 1 << 16;

    private static final String COPY_NEW =
            "COPY customer_customer (id, ref, display_name, language, phones, attributes, told, consents,"
                    + " name_key, words, created_at, updated_at) FROM STDIN (FORMAT binary)";
    private static final String COPY_KNOWN =
            "COPY customer_import_row (ref, display_name, language, phones, attributes, consents, name_key)"
                    + " FROM STDIN (FORMAT binary)";

    // Missing columns leave what was there; an attribute whose column is there but whose cell is empty is forgotten.
    private static final String DIFFERENT = """
            SELECT * FROM (SELECT c.id, c.ref, c.attributes AS before, c.told,
                    (coalesce(r.display_name, c.display_name), coalesce(r.language, c.language), coalesce(r.phones, c.phones),
                        c.consents || r.consents)
                        IS DISTINCT FROM (c.display_name, c.language, c.phones, c.consents)
                    OR (c.attributes <> r.attributes AND c.attributes <> (c.attributes - ?::text[]) || r.attributes) AS differs,
                    coalesce(r.display_name, c.display_name) AS display_name, coalesce(r.language, c.language) AS language,
                    coalesce(r.phones, c.phones) AS phones, (c.attributes - ?::text[]) || r.attributes AS attributes,
                    c.consents || r.consents AS consents, coalesce(r.name_key, c.name_key) AS name_key
                FROM customer_import_row r JOIN customer_customer c ON c.ref = r.ref) n WHERE n.differs
            """;
    private static final String UPDATE = """
            UPDATE customer_customer c SET display_name = n.display_name, language = n.language, phones = n.phones,
                attributes = n.attributes, consents = n.consents, name_key = n.name_key,
                told = CASE WHEN c.attributes = n.attributes THEN c.told ELSE c.told || ?::jsonb END,
                words = array_remove(string_to_array(n.name_key, ' '), '')
                    || ARRAY(SELECT '#' || reverse(ltrim(phone, '+')) FROM unnest(n.phones) phone),
                version = c.version + 1, updated_at = ?
            FROM (%s) n WHERE c.id = n.id RETURNING c.ref
            """.formatted(DIFFERENT);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final CustomerJson json;
    private final StateStore states;
    private final CareSettings care;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CustomerBulk(
            JdbcClient jdbc,
            JdbcTemplate template,
            CustomerJson json,
            StateStore states,
            CareSettings care,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.states = states;
        this.care = care;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes rows, all or none, and returns how many customers became different.
     *
     * @param keys the attributes the file tells about
     * @param language of new customers without one
     */
    int write(List<ImportRow> rows, List<String> keys, Language language) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> writeOnce(rows, keys, language));
            } catch (DuplicateKeyException e) {
                // Somebody created one of them meanwhile; now it is a known one.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Lets the planner know the table after many new rows. */
    void analyze() {
        jdbc.sql("ANALYZE customer_customer").update();
    }

    private int writeOnce(List<ImportRow> rows, List<String> keys, Language language) {
        Instant now = Sql.micros(clock.instant());
        Set<String> known = known(rows);
        Set<String> changed = new HashSet<>();
        CopyBuffer fresh = new CopyBuffer();
        CopyBuffer old = new CopyBuffer();
        String told = json.write(Map.of(Told.ALL, new Told(now.toEpochMilli(), SOURCE)));
        for (ImportRow row : rows) {
            if (known.contains(row.ref())) {
                knownRow(old, row);
            } else {
                newRow(fresh, row, told, language, now);
                changed.add(row.ref());
            }
        }
        if (!changed.isEmpty()) {
            copy(COPY_NEW, fresh);
        }
        if (!known.isEmpty()) {
            changed.addAll(update(old, known, keys, now));
        }
        changed.addAll(mergeStates(rows, now));
        return changed.size();
    }

    private Set<String> known(List<ImportRow> rows) {
        String[] refs = rows.stream().map(ImportRow::ref).toArray(String[]::new);
        return new HashSet<>(jdbc.sql("SELECT ref FROM customer_customer WHERE ref = ANY (?)")
                .param(refs)
                .query(String.class)
                .list());
    }

    private static void newRow(CopyBuffer copy, ImportRow row, String told, Language language, Instant now) {
        // Without a name the reference is the neutral label.
        String name = row.displayName() == null ? row.ref() : row.displayName();
        String nameKey = NameKey.of(name);
        List<String> phones = row.phones() == null ? List.of() : row.phones();
        copy.row(12)
                .uuid(CustomerId.next().value())
                .text(row.ref())
                .text(name)
                .text((row.language() == null ? language : row.language()).key())
                .texts(phones)
                .json(row.attributes())
                .json(told)
                .json(row.consents())
                .text(nameKey)
                .texts(List.of(NameKey.indexed(nameKey, phones)))
                .time(now)
                .time(now);
    }

    private static void knownRow(CopyBuffer copy, ImportRow row) {
        copy.row(7)
                .text(row.ref())
                .text(row.displayName())
                .text(row.language() == null ? null : row.language().key())
                .texts(row.phones())
                .json(row.attributes())
                .json(row.consents())
                .text(row.displayName() == null ? null : NameKey.of(row.displayName()));
    }

    private List<String> update(CopyBuffer rows, Set<String> known, List<String> keys, Instant now) {
        jdbc.sql("""
                        CREATE TEMPORARY TABLE IF NOT EXISTS customer_import_row (ref text, display_name text, language text,
                            phones text[], attributes jsonb, consents jsonb, name_key text COLLATE "C") ON COMMIT DELETE ROWS
                        """).update();
        copy(COPY_KNOWN, rows);
        String[] told = keys.toArray(String[]::new);
        List<String> different = jdbc.sql("SELECT ref FROM (" + DIFFERENT + ") d")
                .params(told, told)
                .query(String.class)
                .list();
        if (different.isEmpty()) {
            return List.of();
        }
        // Locked in one order; what is read from here on is what will be overwritten.
        jdbc.sql("SELECT id FROM customer_customer WHERE ref = ANY (?) ORDER BY id FOR UPDATE")
                .param(different.toArray(String[]::new))
                .query(UUID.class)
                .list();
        if (keys.contains(DerivedFacts.ARREARS_DAYS)) {
            keepEndsOfArrears(told, now);
        }
        Map<String, Told> by = new TreeMap<>();
        keys.forEach(each -> by.put(each, new Told(now.toEpochMilli(), SOURCE)));
        return jdbc.sql(UPDATE)
                .params(json.write(by), Sql.time(now), told, told)
                .query(String.class)
                .list();
    }

    /** As for a single customer: arrears told in days are over, their end is kept for the cool-off. */
    private void keepEndsOfArrears(String[] keys, Instant now) {
        record Ended(UUID id, double days, String told) {}
        List<Ended> ended = jdbc.sql("SELECT id, (before->>'arrears_days')::float8 AS days, told::text AS told FROM ("
                        + DIFFERENT + ") d WHERE jsonb_typeof(before->'arrears_days') = 'number'"
                        + " AND (before->>'arrears_days')::float8 >= ?"
                        + " AND coalesce((attributes->>'arrears_days')::float8, 0) < ?")
                .params(keys, keys, care.arrearsDays(), care.arrearsDays())
                .query((row, number) ->
                        new Ended(row.getObject("id", UUID.class), row.getDouble("days"), row.getString("told")))
                .list();
        for (Ended each : ended) {
            Instant told =
                    Told.of(json.told(each.told()), DerivedFacts.ARREARS_DAYS).instant();
            StateFact arrears = DerivedFacts.arrears(DerivedFacts.inArrearsSince(each.days(), told), now);
            states.insert(new CustomerId(each.id()), arrears);
        }
    }

    /** Begins the states that are told and ends those an import began that are told no longer. */
    private List<String> mergeStates(List<ImportRow> rows, Instant now) {
        List<String> speaking = new ArrayList<>();
        List<String> refs = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (ImportRow row : rows) {
            if (row.states() != null) {
                speaking.add(row.ref());
                row.states().stream().distinct().forEach(state -> {
                    refs.add(row.ref());
                    told.add(state);
                    ids.add(CustomerId.next().value());
                });
            }
        }
        if (speaking.isEmpty()) {
            return List.of();
        }
        List<String> changed = new ArrayList<>(jdbc.sql("""
                        UPDATE customer_state s SET until = greatest(s.since, ?) FROM customer_customer c
                        WHERE c.id = s.customer AND c.ref = ANY (?) AND s.source = ? AND s.until IS NULL
                            AND NOT EXISTS (SELECT FROM unnest(?::text[], ?::text[]) t(ref, state)
                                WHERE t.ref = c.ref AND t.state = s.state)
                        RETURNING c.ref
                        """)
                .params(Sql.time(now), array(speaking), SOURCE, array(refs), array(told))
                .query(String.class)
                .list());
        changed.addAll(jdbc.sql("""
                        WITH told AS (SELECT t.id, c.id AS customer, c.ref, t.state
                            FROM unnest(?::uuid[], ?::text[], ?::text[]) t(id, ref, state) JOIN customer_customer c ON c.ref = t.ref),
                        began AS (INSERT INTO customer_state (id, customer, state, since, source)
                            SELECT id, customer, state, ?, ? FROM told
                            ON CONFLICT (customer, state, source) WHERE until IS NULL DO NOTHING RETURNING id)
                        SELECT ref FROM told JOIN began ON began.id = told.id
                        """)
                .params(ids.toArray(UUID[]::new), array(refs), array(told), Sql.time(now), SOURCE)
                .query(String.class)
                .list());
        return changed;
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private void copy(String sql, CopyBuffer rows) {
        int length = rows.finish();
        template.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                for (int from = 0; from < length; from += BLOCK) {
                    copy.writeToCopy(rows.bytes(), from, Math.min(BLOCK, length - from));
                }
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }
}
