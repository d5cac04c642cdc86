package org.attune.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.customer.internal.CustomerJson.Told;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads everything about customers in one round trip. */
@Repository
public class CustomerReader {
    private static final Duration SIGNALS = Duration.ofDays(180);
    private static final Duration ENDED_STATES = Duration.ofDays(731);

    // Both lists come along as JSON, so that one statement reads one moment.
    private static final String SELECT = """
            SELECT c.id, c.ref, c.display_name, c.language, c.phones, c.attributes::text AS attributes, c.told::text AS told,
                c.consents::text AS consents, c.preferences::text AS preferences, c.holdings::text AS holdings,
                (SELECT json_agg(json_build_array(s.state, (extract(epoch FROM s.since) * 1000000)::bigint,
                        (extract(epoch FROM s.until) * 1000000)::bigint, s.source, s.note) ORDER BY s.since DESC, s.id)
                    FROM customer_state s
                    WHERE s.customer = c.id AND (s.until IS NULL OR s.until > ?))::text AS states,
                (SELECT json_agg(json_build_array(g.type, (extract(epoch FROM g.at) * 1000000)::bigint, g.source, g.data)
                        ORDER BY g.at DESC, g.id DESC)
                    FROM (SELECT * FROM customer_signal
                        WHERE customer = c.id AND at >= ? AND at <= ? ORDER BY at DESC, id DESC LIMIT 1000) g)::text AS signals
            FROM customer_customer c
            """;

    private final JdbcClient jdbc;
    private final CustomerJson json;
    private final CareSettings care;

    CustomerReader(JdbcClient jdbc, CustomerJson json, CareSettings care) {
        this.jdbc = jdbc;
        this.json = json;
        this.care = care;
    }

    public Optional<CustomerContext> context(CustomerId id, Instant at) {
        return query(SELECT + "WHERE c.id = ?", at, id.value()).stream().findFirst();
    }

    /** Everything about a customer as a question that can be asked together with others; empty when there is no such customer. */
    public Query<Optional<CustomerContext>> ask(Query.Expression id, Instant at) {
        List<Object> parameters =
                new ArrayList<>(List.of(Sql.time(at.minus(ENDED_STATES)), Sql.time(at.minus(SIGNALS)), Sql.time(at)));
        parameters.addAll(id.parameters());
        return new Query<>(
                SELECT + "WHERE c.id = " + id.sql(),
                parameters,
                rows -> rows.next() ? Optional.of(read(rows, at)) : Optional.empty());
    }

    /** Stands for the id of the customer with a reference. */
    public static Query.Expression id(String ref) {
        return new Query.Expression("(SELECT id FROM customer_customer WHERE ref = ?)", List.of(ref));
    }

    public Map<String, CustomerContext> contexts(Collection<String> refs, Instant at) {
        Map<String, CustomerContext> found = new HashMap<>();
        query(SELECT + "WHERE c.ref = ANY (?)", at, refs.toArray(String[]::new))
                .forEach(each -> found.put(each.ref(), each));
        return found;
    }

    public @Nullable CustomerId idOf(String ref) {
        return jdbc.sql("SELECT id FROM customer_customer WHERE ref = ?")
                .param(ref)
                .query(UUID.class)
                .optional()
                .map(CustomerId::new)
                .orElse(null);
    }

    public OptionalLong version(String ref) {
        return jdbc.sql("SELECT version FROM customer_customer WHERE ref = ?")
                .param(ref)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    public Optional<String> refOf(CustomerId id) {
        return jdbc.sql("SELECT ref FROM customer_customer WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM customer_customer")
                .query(Long.class)
                .single();
    }

    private List<CustomerContext> query(String sql, Instant at, Object which) {
        return jdbc.sql(sql)
                .param(Sql.time(at.minus(ENDED_STATES)))
                .param(Sql.time(at.minus(SIGNALS)))
                .param(Sql.time(at))
                .param(which)
                .query((row, number) -> read(row, at))
                .list();
    }

    private CustomerContext read(ResultSet row, Instant at) throws SQLException {
        List<SignalFact> signals = json.signals(row.getString("signals"));
        List<StateFact> states = json.states(row.getString("states"));
        TreeMap<String, AttributeValue> attributes =
                attributes(json.attributes(row.getString("attributes")), json.told(row.getString("told")));
        return withDerivedFacts(new CustomerContext(
                new CustomerId(row.getObject("id", UUID.class)),
                at,
                row.getString("ref"),
                row.getString("display_name"),
                Language.of(row.getString("language")),
                List.of((String[]) row.getArray("phones").getArray()),
                attributes,
                Collections.unmodifiableMap(json.consents(row.getString("consents"))),
                Collections.unmodifiableMap(json.preferences(row.getString("preferences"))),
                json.holdings(row.getString("holdings")),
                states,
                signals));
    }

    /** The same customer with what follows from the facts that were told. */
    public CustomerContext withDerivedFacts(CustomerContext told) {
        TreeMap<String, AttributeValue> attributes = new TreeMap<>(told.attributes());
        List<StateFact> states = new ArrayList<>(told.states());
        derive(told.at(), attributes, states, told.signals());
        return new CustomerContext(
                told.id(),
                told.at(),
                told.ref(),
                told.displayName(),
                told.language(),
                told.phones(),
                Collections.unmodifiableSortedMap(attributes),
                told.consents(),
                told.preferences(),
                told.holdings(),
                List.copyOf(states),
                told.signals());
    }

    private static TreeMap<String, AttributeValue> attributes(
            SortedMap<String, Object> values, Map<String, Told> told) {
        TreeMap<String, AttributeValue> attributes = new TreeMap<>();
        values.forEach((key, value) -> {
            Told by = Told.of(told, key);
            attributes.put(key, new AttributeValue(value, by.instant(), by.src()));
        });
        return attributes;
    }

    private void derive(
            Instant at, Map<String, AttributeValue> attributes, List<StateFact> states, List<SignalFact> signals) {
        AttributeValue days = attributes.get(DerivedFacts.ARREARS_DAYS);
        DerivedFacts derived = DerivedFacts.of(
                at,
                days != null && days.value() instanceof Double number ? number : null,
                days == null ? at : days.at(),
                care.arrearsDays(),
                signals);
        StateFact arrears = derived.arrears();
        boolean known = states.stream().anyMatch(each -> each.state() == CustomerState.ARREARS && each.activeAt(at));
        if (arrears != null && !known) {
            states.addFirst(arrears);
        }
        Instant hardship = derived.hardshipSince();
        if (hardship != null) {
            attributes.put(DerivedFacts.HARDSHIP_LIKELY, new AttributeValue(true, hardship, DerivedFacts.SOURCE));
        }
        AttributeValue open = attributes.get(Dissatisfaction.OPEN_CASE_DAYS);
        Dissatisfaction level = Dissatisfaction.of(
                at,
                states,
                signals,
                open != null && open.value() instanceof Double number ? number : null,
                open == null ? at : open.at());
        attributes.put(Dissatisfaction.KEY, new AttributeValue(level.level(), level.since(), DerivedFacts.SOURCE));
    }
}
