package org.attune.demo.internal;

import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something a hidden preference depends on: an attribute, a state, a signal, the reason of call or the tone. */
sealed interface Condition {
    /** Signals move a customer for so many days, as many as the models can see them. */
    int SIGNAL_DAYS = 60;

    boolean holds(CustomerContext customer, String reason, @Nullable Tone tone);

    record Above(String attribute, double limit) implements Condition {
        @Override
        public boolean holds(CustomerContext customer, String reason, @Nullable Tone tone) {
            return customer.value(attribute) instanceof Double value && value > limit;
        }
    }

    record Below(String attribute, double limit) implements Condition {
        @Override
        public boolean holds(CustomerContext customer, String reason, @Nullable Tone tone) {
            return customer.value(attribute) instanceof Double value && value < limit;
        }
    }

    record Equal(String attribute, Object wanted) implements Condition {
        @Override
        public boolean holds(CustomerContext customer, String reason, @Nullable Tone tone) {
            return wanted.equals(customer.value(attribute));
        }
    }

    record InState(CustomerState state) implements Condition {
        @Override
        public boolean holds(CustomerContext customer, String reason, @Nullable Tone tone) {
            return customer.activeStates().contains(state);
        }
    }

    record Felt(String signal) implements Condition {
        @Override
        public boolean holds(CustomerContext customer, String reason, @Nullable Tone tone) {
            Long days = customer.signalDays().get(signal);
            return days != null && days <= SIGNAL_DAYS;
        }
    }

    record Calling(String wanted) implements Condition {
        @Override
        public boolean holds(CustomerContext customer, String reason, @Nullable Tone tone) {
            return wanted.equals(reason);
        }
    }

    record Spoken(Tone wanted) implements Condition {
        @Override
        public boolean holds(CustomerContext customer, String reason, @Nullable Tone tone) {
            return tone == wanted;
        }
    }

    /** Reads one condition; a line that says none of these is a mistake in the file. */
    static Condition of(JsonNode node) {
        if (node.has("attribute")) {
            String attribute = node.path("attribute").asString();
            if (node.has("above")) {
                return new Above(attribute, node.path("above").asDouble());
            }
            if (node.has("below")) {
                return new Below(attribute, node.path("below").asDouble());
            }
            JsonNode wanted = node.path("equals");
            return new Equal(
                    attribute,
                    wanted.isBoolean()
                            ? wanted.asBoolean()
                            : wanted.isNumber() ? wanted.asDouble() : wanted.asString());
        }
        if (node.has("state")) {
            return new InState(CustomerState.of(node.path("state").asString()));
        }
        if (node.has("signal")) {
            return new Felt(node.path("signal").asString());
        }
        if (node.has("reason")) {
            return new Calling(node.path("reason").asString());
        }
        if (node.has("tone")) {
            return new Spoken(Tone.of(node.path("tone").asString()));
        }
        throw new IllegalArgumentException("no condition in " + node);
    }
}
