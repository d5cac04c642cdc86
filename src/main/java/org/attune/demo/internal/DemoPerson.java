package org.attune.demo.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.Holding;
import org.attune.kernel.Channel;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** One invented customer with everything the other modules are told about them. */
record DemoPerson(
        String ref,
        String displayName,
        Language language,
        List<String> phones,
        Map<String, Object> attributes,
        Map<String, Boolean> consents,
        Map<String, String> preferences,
        List<Holding> holdings,
        List<StateDraft> states,
        List<Signal> signals,
        List<Past> past) {

    /** Something that happened to them. */
    record Signal(String type, Instant at) {}

    /** A proposal of the past and what they said. */
    record Past(
            Instant at,
            String action,
            Outcome outcome,
            @Nullable String reason,
            Channel channel) {}
}
