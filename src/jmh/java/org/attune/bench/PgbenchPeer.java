package org.attune.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL's own load driver, storing decisions, offers and traces of the size that was just stored, and nothing else. */
final class PgbenchPeer {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final DecisionHost host;

    PgbenchPeer(DecisionHost host) {
        this.host = host;
    }

    /** What a decision of those stored last takes up, bytes. */
    Map<String, Object> sizes() {
        return host.jdbc().queryForMap("""
                SELECT (SELECT avg(length(trace))::int FROM (SELECT trace FROM history_trace ORDER BY decision_id DESC LIMIT 1000) t)
                        AS trace,
                    (SELECT avg(pg_column_size(d))::int FROM (SELECT * FROM history_decision ORDER BY id DESC LIMIT 1000) d)
                        AS decision,
                    (SELECT sum(pg_column_size(o))::int / 1000 FROM history_offer o
                        JOIN (SELECT id FROM history_decision ORDER BY id DESC LIMIT 1000) d ON d.id = o.decision_id) AS offers
                """);
    }

    /** Inserts a second, by number of clients; empty where there is no pgbench. */
    Map<String, Object> run(int[] clients, int seconds) throws IOException, InterruptedException {
        Map<String, Object> results = new LinkedHashMap<>();
        JdbcTemplate jdbc = host.jdbc();
        Integer size = jdbc.queryForObject(
                "SELECT avg(length(trace))::int FROM (SELECT trace FROM history_trace ORDER BY decision_id DESC LIMIT 1000) t",
                Integer.class);
        Integer situation = jdbc.queryForObject(
                "SELECT avg(coalesce(length(packed), length(situation::text)))::int FROM (SELECT packed, situation FROM history_decision ORDER BY id DESC LIMIT 1000) t",
                Integer.class);
        if (size == null || situation == null) {
            return results;
        }
        Path script = host.home().resolve("pgbench.sql");
        Files.writeString(script, """
                WITH decision AS (
                    INSERT INTO history_decision (id, customer_id, at, channel, reason, interaction_id, revision, model_version,
                        arm, seed, took_micros, guarded, situation)
                    VALUES (uuidv7(), gen_random_uuid(), now(), 'call-center', 'billing', NULL, 1, 1, 'main', 1, 1, false,
                        jsonb_build_object('filler', repeat('x', %d)))
                    RETURNING id, customer_id, at, channel, arm),
                trace AS (INSERT INTO history_trace (decision_id, trace) SELECT id, decode(repeat('7f', %d), 'hex') FROM decision)
                INSERT INTO history_offer (decision_id, action, issue, group_key, rank, treatment, propensity, sampled, priority,
                    selection_probability, starting_propensity, customer_id, at, channel, arm)
                SELECT decision.id, 'action-' || n, 'service', 'service-1', n, 'neutral', .3, .3, 12, .4, .3, decision.customer_id,
                    decision.at, decision.channel, decision.arm FROM decision, generate_series(0, 3) n;
                """.formatted(situation, size));
        JdbcConnectionDetails source = host.bean(JdbcConnectionDetails.class);
        URI at = URI.create(source.getJdbcUrl().substring("jdbc:".length()));
        for (int each : clients) {
            List<String> command = new ArrayList<>(List.of(
                    "pgbench",
                    "-n",
                    "-M",
                    "prepared",
                    "-f",
                    script.toString(),
                    "-c",
                    "" + each,
                    "-j",
                    "" + Math.min(2, each),
                    "-T",
                    "" + seconds,
                    "-h",
                    at.getHost(),
                    "-p",
                    "" + at.getPort(),
                    "-U",
                    source.getUsername(),
                    at.getPath().substring(1)));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", source.getPassword() == null ? "" : source.getPassword());
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                System.out.println("  pgbench is not installed: no peer for the inserts");
                return results;
            }
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor();
            Matcher rate = RATE.matcher(said);
            double perSecond = rate.find() ? Double.parseDouble(rate.group(1)) : 0;
            results.put(each + " clients", perSecond);
            System.out.printf(
                    "  pgbench, %d client%s %,7.0f decisions of the same size stored/s%s%n",
                    each, each == 1 ? " " : "s", perSecond, perSecond == 0 ? "\n" + said : "");
        }
        return results;
    }
}
