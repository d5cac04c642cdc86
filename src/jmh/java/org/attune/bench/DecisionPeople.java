package org.attune.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Invented customers and their past, written straight into the tables, since that is not what is measured. B-0, B-1 ... have
 * sixty attributes and four signals each, one in twelve is in difficulty, and everybody has been shown twelve offers in the last
 * 120 days. From the ten thousandth on they are copies of the first ones.
 */
final class DecisionPeople {
    /** How many customers have attributes of their own. */
    static final int ORIGINALS = 10_000;

    private static final String SIGNALS =
            "ARRAY['bill-missed', 'outage', 'competitor-visit', 'trip-abroad', 'case-opened', 'data-used-up']";

    private final JdbcTemplate jdbc;

    DecisionPeople(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static String ref(int number) {
        return "B-" + number;
    }

    /** A customer with so many offers in three years. */
    static String ref(int offers, int number) {
        return "H-" + offers + "-" + number;
    }

    /** Adds customers until there are so many. */
    void grow(int count) {
        Integer known =
                jdbc.queryForObject("SELECT count(*) FROM customer_customer WHERE ref LIKE 'B-%'", Integer.class);
        int from = known == null ? 0 : known;
        if (from < Math.min(count, ORIGINALS)) {
            originals(from, Math.min(count, ORIGINALS));
            from = ORIGINALS;
        }
        if (from < count) {
            jdbc.update("""
                    INSERT INTO customer_customer (id, ref, display_name, language, attributes, told, name_key, words,
                        created_at, updated_at)
                    SELECT gen_random_uuid(), 'B-' || n, 'Bench ' || n, 'en', c.attributes, c.told, 'bench ' || n,
                        ARRAY['bench', n::text], now(), now()
                    FROM generate_series(?, ?) n JOIN customer_customer c ON c.ref = 'B-' || (n %% %d)
                    """.formatted(ORIGINALS), from, count - 1);
        }
        around(known == null ? 0 : known);
        jdbc.execute("ANALYZE");
    }

    /** Adds customers B-0 ... under other names, who were shown so many offers in the last three years. */
    void withPast(int customers, int offers) {
        jdbc.update("""
                INSERT INTO customer_customer (id, ref, display_name, language, attributes, told, name_key, words, created_at,
                    updated_at)
                SELECT gen_random_uuid(), 'H-%d-' || n, 'Past ' || n, 'en', c.attributes, c.told, 'past ' || n,
                    ARRAY['past', n::text], now(), now()
                FROM generate_series(0, ?) n JOIN customer_customer c ON c.ref = 'B-' || n
                """.formatted(offers), customers - 1);
        shown("c.ref LIKE 'H-" + offers + "-%'", offers, 1_095);
        jdbc.execute("ANALYZE");
    }

    private void originals(int from, int to) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < DecisionWorld.ATTRIBUTES; i++) {
            String key = DecisionWorld.key(i);
            attributes.append(i == 0 ? "" : " || ',' || ");
            attributes.append(
                    i < 40
                            ? "'\"%s\":' || round((random() * 100)::numeric, 1)".formatted(key)
                            : "'\"%s\":\"c' || floor(random() * 6)::int || '\"'".formatted(key));
        }
        jdbc.execute("SELECT setseed(0.42)");
        jdbc.update("""
                INSERT INTO customer_customer (id, ref, display_name, language, attributes, told, name_key, words, created_at,
                    updated_at)
                SELECT gen_random_uuid(), 'B-' || n, 'Bench ' || n, 'en', ('{' || %s || '}')::jsonb,
                    '{"*": {"at": 1763800000000, "src": "bench"}}', 'bench ' || n, ARRAY['bench', n::text], now(), now()
                FROM generate_series(?, ?) n
                """.formatted(attributes), from, to - 1);
        shown("c.ref LIKE 'B-%'", 12, 120);
    }

    /** Signals and difficulties of customers from a number on. */
    private void around(int from) {
        String customers =
                "(SELECT id, ref, CASE WHEN ref LIKE 'B-%' THEN substring(ref from 3)::int END AS number FROM customer_customer)";
        jdbc.update("""
                INSERT INTO customer_signal (id, customer, type, source, event_id, at, received_at)
                SELECT gen_random_uuid(), c.id, (%s)[1 + floor(random() * 6)::int], 'bench', c.ref || '-' || n,
                    now() - random() * interval '120 days', now() - interval '1 day'
                FROM %s c, generate_series(1, 4) n WHERE c.number >= ?
                """.formatted(SIGNALS, customers), from);
        jdbc.update("""
                INSERT INTO customer_state (id, customer, state, since, source)
                SELECT gen_random_uuid(), c.id, 'hardship', now() - interval '10 days', 'bench'
                FROM %s c WHERE c.number >= ? AND c.number %% 12 = 0
                """.formatted(customers), from);
    }

    /** Offers that were shown, two in each decision, spread evenly over days; a third was declined, a third presented. */
    private void shown(String which, int offers, int days) {
        jdbc.update("""
                WITH decision AS (
                    INSERT INTO history_decision (id, customer_id, at, channel, reason, revision, model_version, arm, seed,
                        took_micros, guarded, situation)
                    SELECT uuidv7(- make_interval(secs => %2$d * 86400.0 * n / (%1$d / 2 + 1))), c.id,
                        now() - make_interval(secs => %2$d * 86400.0 * n / (%1$d / 2 + 1)), 'call-center', '', 1, 0, 'main', 0,
                        0, false, '{}'
                    FROM customer_customer c, generate_series(1, %1$d / 2) n WHERE %3$s
                    RETURNING id, customer_id, at)
                INSERT INTO history_offer (decision_id, action, issue, group_key, rank, propensity, sampled, priority,
                    selection_probability, starting_propensity, state, customer_id, at, channel, arm, shown_at, presented_at,
                    answered_at)
                SELECT id, 'action-' || (10 * floor(random() * 50)::int + k), 'service', 'service-0', 1 + k, .3, .3, 12, .1, .3,
                    (ARRAY['shown', 'presented', 'declined'])[1 + s], customer_id, at, 'call-center', 'main', at,
                    CASE WHEN s > 0 THEN at END, CASE WHEN s > 1 THEN at END
                FROM (SELECT *, floor(random() * 3)::int AS s FROM decision, generate_series(0, 1) k) d
                """.formatted(offers, days, which));
    }
}
