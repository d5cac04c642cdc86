package org.attune.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.attune.customer.internal.AfterCommit;
import org.attune.customer.internal.CustomerReader;
import org.attune.customer.internal.CustomerSearch;
import org.attune.customer.internal.CustomerWriter;
import org.attune.customer.internal.SignalStore;
import org.attune.kernel.CustomerId;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds customers, tells what is known about them, and takes what others tell. */
@Service
public class Customers {
    /** Version of a customer who is not there yet. */
    public static final long NEW = -1;

    private static final String SIGNAL_PREFIX = "attune.signal.";

    private final CustomerSearch search;
    private final CustomerReader reader;
    private final CustomerWriter writer;
    private final SignalStore signals;
    private final Attributes attributes;
    private final AfterCommit news;

    Customers(
            CustomerSearch search,
            CustomerReader reader,
            CustomerWriter writer,
            SignalStore signals,
            Attributes attributes,
            AfterCommit news) {
        this.search = search;
        this.reader = reader;
        this.writer = writer;
        this.signals = signals;
        this.attributes = attributes;
        this.news = news;
    }

    /**
     * Customers whose name, reference or phone number fits, best first. Fewer than two characters find nothing.
     *
     * @param query beginnings of the name's words in any order (accents and case do not matter), the beginning of the
     *     reference, a phone number in any usual writing or its last four or more digits
     */
    public List<CustomerSummary> find(String query, int limit) {
        return search.find(query, limit);
    }

    /**
     * Everything known at that instant; an unknown id is a {@link NotFoundException}. Adds what follows from it: the state
     * {@code arrears} and the attributes {@code hardship_likely} and {@code dissatisfaction}, all with source {@code derived}.
     */
    public CustomerContext context(CustomerId id, Instant at) {
        return reader.context(id, at).orElseThrow(() -> new NotFoundException("customer", id));
    }

    /**
     * {@link #context} as a question that can be asked together with others; the answer is empty when there is no such customer.
     *
     * @param id stands for the customer's id, see {@link #idOfRef}
     */
    public Query<Optional<CustomerContext>> ask(Query.Expression id, Instant at) {
        return reader.ask(id, at);
    }

    /** Stands for the id of the customer with a reference, in a question. */
    public Query.Expression idOfRef(String ref) {
        return CustomerReader.id(ref);
    }

    /** Everything known about many customers, by reference, in one query. Unknown references are not in the answer. */
    public Map<String, CustomerContext> contexts(Collection<String> refs, Instant at) {
        return refs.isEmpty() ? Map.of() : reader.contexts(refs, at);
    }

    /** The id of a reference, null when nobody has it. */
    public @Nullable CustomerId idOf(String ref) {
        return reader.idOf(ref);
    }

    /**
     * Creates or changes a customer; true when it is new. Every problem is named in an InvalidException, nothing is then
     * stored. Telling the same again changes nothing. Attributes, consents and preferences given as null are removed, those
     * not given stay. A source ends only states it began itself.
     *
     * @param source where the facts come from, shown to agents beside their age
     * @param who user or API client for the audit trail; what {@code system} does is not audited customer by customer
     */
    public boolean put(CustomerDraft draft, String source, String who) {
        return put(draft, Map.of(), source, who);
    }

    /**
     * The same for somebody who passes on what several systems told.
     *
     * @param origins by attribute; those that are not named come from the source, now
     */
    public boolean put(CustomerDraft draft, Map<String, Origin> origins, String source, String who) {
        return writer.put(draft, attributes.dictionary(), origins, source, who, null);
    }

    /**
     * The same, if the customer is still at this version, or {@link #NEW}; otherwise a {@link
     * org.attune.kernel.StaleException}, and nothing is changed.
     */
    public boolean put(CustomerDraft draft, long version, String source, String who) {
        return writer.put(draft, attributes.dictionary(), Map.of(), source, who, version);
    }

    /** Counts what was told about a customer, states included; empty when nobody has the reference. */
    public OptionalLong version(String ref) {
        return reader.version(ref);
    }

    /**
     * Takes a signal. False when the same (source, eventId) was taken before.
     *
     * @param ref the customer's reference; an unknown one is a NotFoundException
     * @param type kebab-case, at most 64 characters, with or without the prefix {@code attune.signal.}
     * @param data at most 4 KB as JSON
     */
    public boolean receive(
            String ref, String type, String source, String eventId, Instant at, Map<String, Object> data) {
        String name = type.startsWith(SIGNAL_PREFIX) ? type.substring(SIGNAL_PREFIX.length()) : type;
        SignalStore.Signal signal = signals.check(name, source, eventId, at, data);
        CustomerId customer = reader.idOf(ref);
        if (customer == null) {
            throw new NotFoundException("customer", ref);
        }
        UUID stored = signals.insert(signal, customer);
        if (stored != null) {
            news.publish(new SignalReceived(customer, name, stored, signal.at()));
        }
        return stored != null;
    }

    /**
     * Signals by when they were taken in, oldest first, whenever they happened: for those who must not miss any, also when they
     * were away.
     *
     * @param after the last one that was seen: everything that was taken in at that time or before is left out
     */
    public List<TakenSignal> taken(Instant after, Instant until, int limit) {
        return signals.taken(after, until, limit);
    }

    /** Everybody who can be called on this number, at most ten; empty when it is no number that could be dialled. */
    public List<CustomerSummary> calledOn(String phone) {
        return search.calledOn(phone, 10);
    }

    /** The number in E.164 ({@code +33612345678}), null when it is none that could be dialled. */
    public @Nullable String phone(String text) {
        return search.phoneNumber(text);
    }

    /** Names and numbers of these customers, in one query. Unknown ids are not in the answer. */
    public Map<CustomerId, CustomerSummary> summaries(Collection<CustomerId> ids) {
        return ids.isEmpty() ? Map.of() : search.summaries(ids);
    }

    /** Begins a state now; does nothing when the customer is in it. */
    public void beginState(CustomerId id, CustomerState state, @Nullable String note, String who) {
        writer.beginState(id, state, note, who);
    }

    /** Ends a state now, whoever began it; does nothing when the customer is not in it. Derived states end by themselves. */
    public void endState(CustomerId id, CustomerState state, String who) {
        writer.endState(id, state, who);
    }

    /**
     * A source says that the customer is in a state, from now or since it said so first, until an instant.
     *
     * @param until when the state will end by itself; null while nobody knows
     */
    public void tellState(CustomerId id, CustomerState state, @Nullable Instant until, String source, String who) {
        writer.tellState(id, state, until, source, who);
    }

    /** A source says that the customer is no longer in a state; what others say stays as it is. */
    public void withdrawState(CustomerId id, CustomerState state, String source, String who) {
        writer.withdrawState(id, state, source, who);
    }

    /** The reference of an id; unknown is a {@link NotFoundException}. */
    public String refOf(CustomerId id) {
        return reader.refOf(id).orElseThrow(() -> new NotFoundException("customer", id));
    }

    /** How many customers there are. */
    public long count() {
        return reader.count();
    }

    /** An invented customer with what follows from the facts told about them; nothing is read or written. */
    public CustomerContext withDerivedFacts(CustomerContext told) {
        return reader.withDerivedFacts(told);
    }
}
