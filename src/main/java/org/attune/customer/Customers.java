package org.attune.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.attune.kernel.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds customers, tells what is known about them, and takes what others tell. */
@Service
public class Customers {

    /** Customers whose name, reference or phone number fits, best first. Fewer than two characters find nothing. */
    public List<CustomerSummary> find(String query, int limit) {
        throw new IllegalStateException("being built");
    }

    /** Everything known at that instant; an unknown id is a {@link org.attune.kernel.NotFoundException}. */
    public CustomerContext context(CustomerId id, Instant at) {
        throw new IllegalStateException("being built");
    }

    /** The id of a reference, null when nobody has it. */
    public @Nullable CustomerId idOf(String ref) {
        throw new IllegalStateException("being built");
    }

    /** Creates or changes a customer; true when it is new. Every problem is named in an InvalidException, nothing is then stored. */
    public boolean put(CustomerDraft draft, String source, String who) {
        throw new IllegalStateException("being built");
    }

    /**
     * Takes a signal. False when the same (source, eventId) was taken before.
     *
     * @param ref the customer's reference; an unknown one is a NotFoundException
     */
    public boolean receive(
            String ref, String type, String source, String eventId, Instant at, Map<String, Object> data) {
        throw new IllegalStateException("being built");
    }

    /** Begins a state now; does nothing when the customer is in it. */
    public void beginState(CustomerId id, CustomerState state, @Nullable String note, String who) {
        throw new IllegalStateException("being built");
    }

    /** Ends a state now; does nothing when the customer is not in it. */
    public void endState(CustomerId id, CustomerState state, String who) {
        throw new IllegalStateException("being built");
    }

    /** How many customers there are. */
    public long count() {
        throw new IllegalStateException("being built");
    }
}
