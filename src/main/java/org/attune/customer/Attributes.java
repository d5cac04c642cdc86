package org.attune.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.customer.internal.AfterCommit;
import org.attune.customer.internal.AttributeStore;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The attribute dictionary: gives every fact its type, label, sensitivity and source. */
@Service
public class Attributes {
    /** The news' key when several definitions changed at once. */
    public static final String SEVERAL = "*";

    private static final List<String> GROUPS = List.of("who", "holds", "recent", "today");
    private static final List<String> UNITS = List.of("eur", "days", "months", "gb", "percent", "count", "none");

    private final AttributeStore store;
    private final AfterCommit news;
    private final ApplicationEventPublisher audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable AttributeDictionary current;

    Attributes(
            AttributeStore store,
            AfterCommit news,
            ApplicationEventPublisher audit,
            PlatformTransactionManager transactions,
            JsonMapper json) {
        this.store = store;
        this.news = news;
        this.audit = audit;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The dictionary as it is now; cheap, an immutable value held in memory. */
    public AttributeDictionary dictionary() {
        AttributeDictionary known = current;
        return known == null ? load() : known;
    }

    /** Adds or changes a definition. A changed type of an attribute that has values is a ConflictException. */
    public void define(AttributeDefinition definition, String who) {
        defineAll(List.of(definition), who);
    }

    /**
     * Changes a definition if it is still as it was when it was looked at.
     *
     * @param base as it was, null when there was none
     * @throws org.attune.kernel.StaleException when somebody else was quicker; nothing is then changed
     */
    public void replace(@Nullable AttributeDefinition base, AttributeDefinition definition, String who) {
        transaction.executeWithoutResult(status -> {
            store.lock();
            if (!Objects.equals(base, load().find(definition.key()))) {
                throw new StaleException("attribute");
            }
            define(definition, who);
        });
    }

    /**
     * Adds or changes several definitions, all or none. What is already defined exactly so is left alone.
     *
     * @throws InvalidException naming every definition that is not well formed
     * @throws ConflictException when a type changes while customers hold values of it
     */
    public void defineAll(Collection<AttributeDefinition> definitions, String who) {
        check(definitions);
        List<String> changed = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> {
                AttributeDictionary before = load();
                definitions.forEach(each -> save(before.find(each.key()), each, who, changed));
            });
        } finally {
            // Seen at once by what follows in the same transaction, and again what is true after a rollback.
            reloadNowAndAfterTransaction();
        }
        if (!changed.isEmpty()) {
            news.publish(new DictionaryChanged(changed.size() == 1 ? changed.getFirst() : SEVERAL));
        }
    }

    private void save(
            @Nullable AttributeDefinition before, AttributeDefinition definition, String who, List<String> changed) {
        if (definition.equals(before)) {
            return;
        }
        if (before != null && before.type() != definition.type() && store.hasValues(definition.key())) {
            throw new ConflictException(new LocalText(
                    "'" + definition.key() + "' is a " + before.type().key()
                            + " and customers have values of it; its type cannot become "
                            + definition.type().key() + ". Define a new attribute instead.",
                    "Des clients ont déjà des valeurs de « " + definition.key()
                            + " » : son type ne peut plus changer. Définissez un nouvel attribut."));
        }
        store.save(definition);
        changed.add(definition.key());
        audit.publishEvent(new AuditedEvent(
                who,
                "attribute.defined",
                "attribute",
                definition.key(),
                before == null ? null : json.writeValueAsString(before),
                json.writeValueAsString(definition)));
    }

    private static void check(Collection<AttributeDefinition> definitions) {
        List<Problem> problems = new ArrayList<>();
        Map<String, AttributeDefinition> seen = new LinkedHashMap<>();
        for (AttributeDefinition each : definitions) {
            String place = definitions.size() == 1 ? "" : each.key() + ".";
            if (seen.put(each.key(), each) != null) {
                problems.add(new Problem(place + "key", "'" + each.key() + "' is defined twice."));
            }
            if (each.label().isBlank()) {
                problems.add(new Problem(place + "label", "An attribute needs a label."));
            }
            if (!GROUPS.contains(each.group())) {
                problems.add(new Problem(place + "group", "'" + each.group() + "' is none of " + GROUPS + "."));
            }
            if (!UNITS.contains(each.unit())) {
                problems.add(new Problem(place + "unit", "'" + each.unit() + "' is none of " + UNITS + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
    }

    private AttributeDictionary load() {
        long seen = generation.get();
        AttributeDictionary loaded = new AttributeDictionary(store.all());
        synchronized (generation) {
            // What was read before somebody else's change must not outlive it.
            if (generation.get() == seen) {
                current = loaded;
            }
        }
        return loaded;
    }

    private void forget() {
        synchronized (generation) {
            generation.incrementAndGet();
            current = null;
        }
    }

    private void reloadNowAndAfterTransaction() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }
}
