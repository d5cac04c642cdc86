package org.attune.interaction;

import java.util.List;
import java.util.Optional;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens, moves and closes conversations. Only the agent concerned sees one; for anybody else it does not exist. */
@Service
public class Interactions {

    /** Opens a conversation the agent started by finding the customer; an open one with the same customer is resumed. */
    public Interaction open(String agent, CustomerId customer, Channel channel, String reason) {
        throw new IllegalStateException("being built");
    }

    /** Rings at an agent's desk. */
    public Interaction ring(
            String agent, CustomerId customer, Channel channel, String reason, String source, @Nullable String caller) {
        throw new IllegalStateException("being built");
    }

    /** The agent takes a ringing call. */
    public Interaction take(InteractionId id, String agent) {
        throw new IllegalStateException("being built");
    }

    /** Changes the reason of call. */
    public Interaction changeReason(InteractionId id, String agent, String reason) {
        throw new IllegalStateException("being built");
    }

    /** Ends the conversation; open offers stay as they are. */
    public Interaction close(InteractionId id, String agent) {
        throw new IllegalStateException("being built");
    }

    /** A conversation of this agent; anybody else's is a NotFoundException. */
    public Interaction get(InteractionId id, String agent) {
        throw new IllegalStateException("being built");
    }

    /** The agent's conversations that are not closed, oldest first. */
    public List<Interaction> open(String agent) {
        throw new IllegalStateException("being built");
    }

    /** The agent's open conversation with a customer, if any. */
    public Optional<Interaction> openWith(String agent, CustomerId customer) {
        return open(agent).stream().filter(i -> i.customer().equals(customer)).findFirst();
    }
}
