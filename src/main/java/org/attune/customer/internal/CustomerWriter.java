package org.attune.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerChanged;
import org.attune.customer.CustomerDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.Origin;
import org.attune.customer.StateFact;
import org.attune.customer.internal.CustomerJson.Told;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.OutboundEvent;
import org.attune.kernel.StaleException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes one customer at a time, under the lock of their row. */
@Repository
public class CustomerWriter {
    /** What Attune does by itself, such as loading demo content, is not audited customer by customer. */
    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final CustomerJson json;
    private final PhoneNumbers phones;
    private final StateStore states;
    private final CareSettings care;
    private final AfterCommit news;
    private final ApplicationEventPublisher audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Language language;

    CustomerWriter(
            JdbcClient jdbc,
            CustomerJson json,
            PhoneNumbers phones,
            StateStore states,
            CareSettings care,
            AfterCommit news,
            ApplicationEventPublisher audit,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${attune.language:en}") String language) {
        this.jdbc = jdbc;
        this.json = json;
        this.phones = phones;
        this.states = states;
        this.care = care;
        this.news = news;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.language = Language.of(language);
    }

    /** The language of customers who have told none. */
    Language defaultLanguage() {
        return language;
    }

    public boolean put(
            CustomerDraft draft,
            AttributeDictionary dictionary,
            Map<String, Origin> origins,
            String source,
            String who,
            @Nullable Long expected) {
        Instant now = now();
        CheckedDraft checked = DraftCheck.check(draft, dictionary, phones, now);
        Written written = transaction.execute(status -> write(checked, origins, source, who, now, expected));
        if (!written.changed().isEmpty()) {
            news.publish(new CustomerChanged(written.id()));
        }
        return written.created();
    }

    public void beginState(CustomerId id, CustomerState state, @Nullable String note, String who) {
        boolean began = transaction.execute(status -> {
            lock(id);
            Instant now = now();
            if (states.of(id).stream().anyMatch(each -> each.fact().state() == state && each.activeAt(now))) {
                return false;
            }
            states.insert(id, new StateFact(state, now, null, who, note));
            countChange(id);
            audit.publishEvent(new AuditedEvent(who, "state.began", "customer", id.toString(), null, state.key()));
            tellStates(id, List.of(state.key()), now);
            return true;
        });
        if (began) {
            news.publish(new CustomerChanged(id));
        }
    }

    public void tellState(CustomerId id, CustomerState state, @Nullable Instant until, String source, String who) {
        boolean changed = transaction.execute(status -> {
            lock(id);
            Instant now = now();
            Instant end = until == null ? null : Sql.micros(until);
            StateStore.Row own = running(id, state, source, now);
            if (own != null && Objects.equals(own.fact().until(), end)) {
                return false;
            }
            if (own == null) {
                states.insert(id, new StateFact(state, now, end, source, null));
                audit.publishEvent(new AuditedEvent(who, "state.began", "customer", id.toString(), null, state.key()));
            } else {
                states.moveEnd(own.id(), end);
                audit.publishEvent(new AuditedEvent(
                        who, "state.moved", "customer", id.toString(), state.key(), String.valueOf(end)));
            }
            countChange(id);
            tellStates(id, List.of(state.key()), now);
            return true;
        });
        if (changed) {
            news.publish(new CustomerChanged(id));
        }
    }

    public void withdrawState(CustomerId id, CustomerState state, String source, String who) {
        boolean ended = transaction.execute(status -> {
            lock(id);
            Instant now = now();
            StateStore.Row own = running(id, state, source, now);
            if (own == null) {
                return false;
            }
            states.end(own.id(), now);
            countChange(id);
            audit.publishEvent(new AuditedEvent(who, "state.ended", "customer", id.toString(), state.key(), null));
            tellStates(id, List.of(state.key()), now);
            return true;
        });
        if (ended) {
            news.publish(new CustomerChanged(id));
        }
    }

    private StateStore.@Nullable Row running(CustomerId id, CustomerState state, String source, Instant now) {
        return states.of(id).stream()
                .filter(each ->
                        each.fact().state() == state && each.fact().source().equals(source) && each.activeAt(now))
                .findFirst()
                .orElse(null);
    }

    public void endState(CustomerId id, CustomerState state, String who) {
        boolean ended = transaction.execute(status -> {
            lock(id);
            Instant now = now();
            List<StateStore.Row> running = states.of(id).stream()
                    .filter(each -> each.fact().state() == state && each.activeAt(now))
                    .toList();
            running.forEach(each -> states.end(each.id(), now));
            if (!running.isEmpty()) {
                countChange(id);
                audit.publishEvent(new AuditedEvent(who, "state.ended", "customer", id.toString(), state.key(), null));
                tellStates(id, List.of(state.key()), now);
            }
            return !running.isEmpty();
        });
        if (ended) {
            news.publish(new CustomerChanged(id));
        }
    }

    private Written write(
            CheckedDraft draft,
            Map<String, Origin> origins,
            String source,
            String who,
            Instant now,
            @Nullable Long expected) {
        Optional<Stored> stored = stored(draft.ref());
        long version = stored.map(Stored::version).orElse(Customers.NEW);
        if (expected != null && expected.longValue() != version) {
            throw new StaleException("customer");
        }
        boolean created = stored.isEmpty() && insert(draft.ref(), now);
        if (expected != null && stored.isEmpty() && !created) {
            throw new StaleException("customer"); // somebody made it in this very moment
        }
        Stored row = stored.or(() -> stored(draft.ref())).orElseThrow();
        Profile profile = row.profile();
        Double arrearsBefore = arrearsDays(profile);
        Told toldBefore = Told.of(profile.told, DerivedFacts.ARREARS_DAYS);
        List<String> changed = new ArrayList<>(profile.merge(draft, attribute -> {
            Origin origin = origins.getOrDefault(attribute, new Origin(source, now));
            return new Told(origin.at().toEpochMilli(), origin.source());
        }));
        if (!changed.isEmpty()) {
            update(row.id(), profile, now);
            keepEndOfArrears(row.id(), arrearsBefore, toldBefore, arrearsDays(profile), now);
        }
        if (draft.states() != null) {
            List<String> different = states.merge(row.id(), draft.states(), source, now);
            different.forEach(each -> changed.add("states." + each));
            if (!different.isEmpty()) {
                countChange(row.id());
                tellStates(row.id(), different, now);
            }
        }
        if (created) {
            changed.addFirst("ref");
        }
        if (!changed.isEmpty() && !who.equals(SYSTEM)) {
            audit.publishEvent(new AuditedEvent(
                    who, "customer.changed", "customer", row.id().toString(), null, String.join(", ", changed)));
        }
        return new Written(row.id(), created, changed);
    }

    /** Other systems hear which states became different and which the customer is in now, as told; derived ones are not. */
    private void tellStates(CustomerId id, List<String> changed, Instant now) {
        List<String> active = states.of(id).stream()
                .filter(each -> each.activeAt(now))
                .map(each -> each.fact().state().key())
                .distinct()
                .sorted()
                .toList();
        audit.publishEvent(new OutboundEvent(
                OutboundEvent.CUSTOMER_STATE_CHANGED, id, now, Map.of("changed", changed, "states", active)));
    }

    /** Arrears told in days are derived while they last; their end is kept because the cool-off counts from it. */
    private void keepEndOfArrears(
            CustomerId id, @Nullable Double before, Told told, @Nullable Double after, Instant now) {
        boolean was = before != null && before >= care.arrearsDays();
        boolean is = after != null && after >= care.arrearsDays();
        if (before != null && was && !is) {
            Instant since = DerivedFacts.inArrearsSince(before, told.instant());
            if (since.isBefore(now)) {
                states.insert(id, DerivedFacts.arrears(since, now));
            }
        }
    }

    private static @Nullable Double arrearsDays(Profile profile) {
        return profile.attributes.get(DerivedFacts.ARREARS_DAYS) instanceof Double days ? days : null;
    }

    private boolean insert(String ref, Instant now) {
        String nameKey = NameKey.of(ref);
        return jdbc.sql("""
                                INSERT INTO customer_customer (id, ref, display_name, language, name_key, words, created_at, updated_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ref) DO NOTHING
                                """)
                        .param(CustomerId.next().value())
                        .param(ref)
                        .param(ref)
                        .param(language.key())
                        .param(nameKey)
                        .param(NameKey.indexed(nameKey, List.of()))
                        .param(Sql.time(now))
                        .param(Sql.time(now))
                        .update()
                == 1;
    }

    private void update(CustomerId id, Profile profile, Instant now) {
        String nameKey = NameKey.of(profile.displayName);
        jdbc.sql("""
                        UPDATE customer_customer SET display_name = ?, language = ?, phones = ?, attributes = ?::jsonb,
                            told = ?::jsonb, consents = ?::jsonb, preferences = ?::jsonb, holdings = ?::jsonb,
                            name_key = ?, words = ?, version = version + 1, updated_at = ?
                        WHERE id = ?
                        """)
                .param(profile.displayName)
                .param(profile.language.key())
                .param(profile.phones.toArray(String[]::new))
                .param(json.write(profile.attributes))
                .param(json.write(profile.told))
                .param(json.write(profile.consents))
                .param(json.write(profile.preferences))
                .param(json.write(profile.holdings))
                .param(nameKey)
                .param(NameKey.indexed(nameKey, profile.phones))
                .param(Sql.time(now))
                .param(id.value())
                .update();
    }

    private void countChange(CustomerId id) {
        jdbc.sql("UPDATE customer_customer SET version = version + 1 WHERE id = ?")
                .param(id.value())
                .update();
    }

    private Optional<Stored> stored(String ref) {
        return jdbc.sql("SELECT * FROM customer_customer WHERE ref = ? FOR UPDATE")
                .param(ref)
                .query(this::read)
                .optional();
    }

    private void lock(CustomerId id) {
        jdbc.sql("SELECT id FROM customer_customer WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("customer", id));
    }

    private Stored read(ResultSet row, int number) throws SQLException {
        Profile profile = new Profile(row.getString("display_name"), Language.of(row.getString("language")));
        profile.phones = List.of((String[]) row.getArray("phones").getArray());
        profile.attributes.putAll(json.attributes(row.getString("attributes")));
        profile.told.putAll(json.told(row.getString("told")));
        profile.consents.putAll(json.consents(row.getString("consents")));
        profile.preferences.putAll(json.preferences(row.getString("preferences")));
        profile.holdings = json.holdings(row.getString("holdings"));
        return new Stored(new CustomerId(row.getObject("id", UUID.class)), row.getLong("version"), profile);
    }

    private Instant now() {
        return Sql.micros(clock.instant());
    }

    private record Stored(CustomerId id, long version, Profile profile) {}

    private record Written(CustomerId id, boolean created, List<String> changed) {}
}
