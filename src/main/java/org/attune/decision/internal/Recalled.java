package org.attune.decision.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Recommendation.Reason;
import org.attune.history.DecisionRecord;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Keyed;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.attune.policy.Rejection;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was written down: its inputs and what came out.
 *
 * @param stops how far each action of the revision came, in the revision's order
 * @param scores of those that were scored, by their place among the actions; seven digits
 * @param fingerprint of the exact scores
 * @param given rejections that inputs alone do not explain, by action
 * @param reasons what was said, by recommended action
 */
record Recalled(
        DecisionRecord record,
        DecisionRequest request,
        CustomerContext customer,
        List<PastOffer> past,
        LocalDate today,
        List<Stop> stops,
        Map<Integer, Score> scores,
        long fingerprint,
        Map<String, Rejection> given,
        @Nullable LocalText none,
        Map<String, List<Reason>> reasons) {

    record Score(double propensity, double sampled, long evidence, double selectionProbability, int rank) {}

    /** Reads what {@link TraceFormat} wrote; damaged bytes are an IllegalArgumentException. */
    static Recalled read(DecisionRecord record, byte[] trace) {
        PackReader in = new PackReader(trace);
        if (in.raw() != TraceFormat.VERSION) {
            throw new IllegalArgumentException("The stored trace is of a later version.");
        }
        LocalDate today = LocalDate.ofEpochDay(in.signed());
        Language asked = constant(Language.values(), in.raw());
        Tone tone = constant(Tone.values(), in.raw());
        int max = in.size();
        DecisionRequest request = new DecisionRequest(
                record.customer(),
                record.channel(),
                record.reason(),
                asked,
                tone,
                max == 0 ? null : max,
                in.values(),
                record.interaction());
        CustomerContext customer = customer(in, record);
        List<PastOffer> past = past(in, record);
        List<Stop> stops = new ArrayList<>();
        for (byte each : in.raw(in.size())) {
            stops.add(Stop.of(each));
        }
        Map<Integer, Score> scores = new HashMap<>();
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).scored()) {
                scores.put(i, new Score(in.roughly(), in.roughly(), in.count(), in.roughly(), in.size()));
            }
        }
        long fingerprint = in.bits();
        Map<String, Rejection> given = new LinkedHashMap<>();
        for (int i = in.size(); i > 0; i--) {
            String action = in.text();
            given.put(action, new Rejection(in.text(), in.text(), in.values(), in.localText()));
        }
        LocalText none = in.raw() == 0 ? null : in.localText();
        Map<String, List<Reason>> reasons = new HashMap<>();
        for (int i = in.size(); i > 0; i--) {
            String action = in.text();
            List<Reason> said = new ArrayList<>();
            for (int j = in.size(); j > 0; j--) {
                boolean speaksFor = in.raw() == 1;
                said.add(new Reason(in.localText(), speaksFor));
            }
            reasons.put(action, said);
        }
        return new Recalled(record, request, customer, past, today, stops, scores, fingerprint, given, none, reasons);
    }

    /** The moment anew, to deliberate on once more. */
    Moment moment(Strategy strategy, AttributeDictionary dictionary) {
        Map<String, Rejection> refused = new HashMap<>();
        given.forEach((action, rejection) -> {
            if (rejection.stage().equals("limit") || rejection.stage().equals("constraint")) {
                refused.put(action, rejection);
            }
        });
        return new Moment(
                record.id(),
                request,
                customer,
                past,
                dictionary,
                strategy,
                today,
                new TreeMap<>(record.situation()),
                record.guarded(),
                record.arm().equals("control"),
                refused);
    }

    /** Without name, reference and phone numbers, which no decision reads. */
    private static CustomerContext customer(PackReader in, DecisionRecord record) {
        Language language = Language.values()[in.raw()];
        Map<String, AttributeValue> attributes = new TreeMap<>();
        record.situation().forEach((key, value) -> {
            if (key.indexOf('.') < 0) {
                attributes.put(key, fact(value, record.at()));
            }
        });
        in.values().forEach((key, value) -> attributes.put(key, fact(value, record.at())));
        List<StateFact> states = new ArrayList<>();
        for (int i = in.size(); i > 0; i--) {
            CustomerState state = CustomerState.of(in.text());
            Instant since = TraceFormat.instant(in.signed());
            Instant until = in.raw() == 0 ? null : TraceFormat.instant(in.signed());
            states.add(new StateFact(state, since, until, "", null));
        }
        List<SignalFact> signals = new ArrayList<>();
        for (int i = in.size(); i > 0; i--) {
            signals.add(new SignalFact(
                    in.text(), TraceFormat.instant(TraceFormat.micros(record.at()) + in.signed()), "", Map.of()));
        }
        List<Holding> holdings =
                in.texts().stream().map(each -> new Holding(each, null, null)).toList();
        Map<String, Boolean> consents = new TreeMap<>();
        in.values().forEach((key, value) -> consents.put(key, Boolean.TRUE.equals(value)));
        Map<String, String> preferences = new TreeMap<>();
        in.values().forEach((key, value) -> preferences.put(key, value.toString()));
        return new CustomerContext(
                record.customer(),
                record.at(),
                "",
                "",
                language,
                List.of(),
                attributes,
                consents,
                preferences,
                holdings,
                states,
                signals);
    }

    /** Numbers are doubles, as customers have them. */
    private static AttributeValue fact(Object value, Instant at) {
        return new AttributeValue(value instanceof Number number ? number.doubleValue() : value, at, "");
    }

    private static List<PastOffer> past(PackReader in, DecisionRecord record) {
        List<PastOffer> past = new ArrayList<>();
        for (int i = in.size(); i > 0; i--) {
            String action = in.text();
            String issue = in.text();
            String group = in.text();
            Channel channel = Channel.values()[in.raw()];
            Outcome state = Outcome.values()[in.raw()];
            Instant then = TraceFormat.instant(TraceFormat.micros(record.at()) - in.signed());
            long again = in.signed();
            InteractionId conversation = switch (in.raw()) {
                case 0 -> null;
                case 1 -> new InteractionId(new UUID(in.bits(), in.bits()));
                default -> record.interaction();
            };
            Instant presented = since(in, then);
            Instant answered = since(in, then);
            past.add(new PastOffer(
                    action,
                    issue,
                    group,
                    channel,
                    state,
                    then,
                    again == 0 ? null : LocalDate.ofEpochDay(again),
                    conversation,
                    presented,
                    answered));
        }
        return past;
    }

    private static @Nullable Instant since(PackReader in, Instant from) {
        return in.raw() == 0 ? null : TraceFormat.instant(TraceFormat.micros(from) + in.signed());
    }

    private static <E extends Enum<E> & Keyed> @Nullable E constant(E[] all, int stored) {
        return stored == 0 ? null : all[stored - 1];
    }
}
