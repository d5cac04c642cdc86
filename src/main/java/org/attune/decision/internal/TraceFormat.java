package org.attune.decision.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.CustomerContext;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Reason;
import org.attune.history.PastOffer;
import org.attune.kernel.Keyed;
import org.attune.kernel.LocalText;
import org.attune.policy.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * How a decision is kept: the inputs it was made from, one byte per action for how far it came, rounded scores for reading, and a
 * fingerprint of the exact ones for the proof that a replay is the same to the last bit. What follows from the inputs and the
 * strategy revision (which rule, which values) is not stored but worked out again; the predictors stand with the decision.
 */
final class TraceFormat {
    /** The form that is written. Text traces of the first version begin with a brace and have no number. */
    static final int VERSION = 1;

    private TraceFormat() {}

    static byte[] write(Deliberated result) {
        Moment moment = result.moment();
        PackWriter out = new PackWriter().raw(VERSION);
        request(out, moment);
        customer(out, moment);
        past(out, moment);
        candidates(out, result);
        recommendations(out, result);
        return out.toBytes();
    }

    private static void request(PackWriter out, Moment moment) {
        out.signed(moment.today().toEpochDay());
        out.raw(ordinal(moment.request().language()));
        out.raw(ordinal(moment.request().tone()));
        Integer max = moment.request().max();
        out.count(max == null ? 0 : max);
        out.values(moment.request().context());
    }

    private static void customer(PackWriter out, Moment moment) {
        CustomerContext customer = moment.customer();
        out.raw(customer.language().ordinal());
        // Most attributes are predictors and stand with the decision already.
        Map<String, Object> rest = new TreeMap<>();
        customer.attributes().forEach((key, value) -> {
            if (!value.value().equals(moment.situation().get(key))) {
                rest.put(key, value.value());
            }
        });
        out.values(rest);
        out.count(customer.states().size());
        for (StateFact each : customer.states()) {
            out.text(each.state().key()).signed(micros(each.since()));
            Instant until = each.until();
            out.raw(until == null ? 0 : 1);
            if (until != null) {
                out.signed(micros(until));
            }
        }
        out.count(customer.signals().size());
        for (SignalFact each : customer.signals()) {
            out.text(each.type()).signed(micros(each.at()) - micros(customer.at()));
        }
        out.texts(customer.holdings().stream().map(h -> h.product()).toList());
        out.values(customer.consents());
        out.values(customer.preferences());
    }

    private static void past(PackWriter out, Moment moment) {
        out.count(moment.past().size());
        for (PastOffer each : moment.past()) {
            out.text(each.action()).text(each.issue()).text(each.group());
            out.raw(each.channel().ordinal()).raw(each.state().ordinal());
            out.signed(micros(moment.customer().at()) - micros(each.at()));
            out.signed(each.again() == null ? 0 : each.again().toEpochDay());
            boolean here = each.conversation() != null
                    && each.conversation().equals(moment.request().interaction());
            out.raw(here ? 2 : each.conversation() == null ? 0 : 1);
            if (each.conversation() != null && !here) {
                out.bits(each.conversation().value().getMostSignificantBits());
                out.bits(each.conversation().value().getLeastSignificantBits());
            }
            since(out, each.at(), each.presentedAt());
            since(out, each.at(), each.answeredAt());
        }
    }

    private static void since(PackWriter out, Instant from, @Nullable Instant at) {
        out.raw(at == null ? 0 : 1);
        if (at != null) {
            out.signed(micros(at) - micros(from));
        }
    }

    private static void candidates(PackWriter out, Deliberated result) {
        List<Candidate> candidates = result.candidates;
        byte[] stops = new byte[candidates.size()];
        List<Candidate> given = new ArrayList<>();
        for (int i = 0; i < stops.length; i++) {
            Candidate each = candidates.get(i);
            stops[i] = (byte) each.stop.ordinal();
            if (each.given != null) {
                given.add(each);
            }
        }
        out.count(stops.length).raw(stops, stops.length);
        for (Candidate each : candidates) {
            if (each.stop.scored()) {
                out.roughly(each.propensity).roughly(each.sampled).count(each.evidence);
                out.roughly(each.selectionProbability).count(each.rank);
            }
        }
        out.bits(fingerprint(candidates));
        out.count(given.size());
        for (Candidate each : given) {
            Rejection rejection = each.given;
            if (rejection != null) {
                out.text(each.action()).text(rejection.stage()).text(rejection.rule());
                out.values(rejection.values()).text(rejection.words());
            }
        }
    }

    private static void recommendations(PackWriter out, Deliberated result) {
        LocalText none = result.none();
        out.raw(none == null ? 0 : 1);
        if (none != null) {
            out.text(none);
        }
        out.count(result.recommendations().size());
        for (Recommendation each : result.recommendations()) {
            out.text(each.action()).count(each.reasons().size());
            for (Reason reason : each.reasons()) {
                out.raw(reason.speaksFor() ? 1 : 0).text(reason.text());
            }
        }
    }

    /** Mixes every bit of every score, factor and place (64-bit FNV-1a over longs). */
    static long fingerprint(List<Candidate> candidates) {
        long hash = 0xCBF29CE484222325L;
        for (Candidate each : candidates) {
            if (each.stop.scored()) {
                hash = mix(hash, Double.doubleToRawLongBits(each.propensity));
                hash = mix(hash, Double.doubleToRawLongBits(each.sampled));
                hash = mix(hash, Double.doubleToRawLongBits(each.priority));
                hash = mix(hash, Double.doubleToRawLongBits(each.selectionProbability));
                hash = mix(hash, each.rank);
            }
        }
        return hash;
    }

    private static long mix(long hash, long bits) {
        return Long.rotateLeft((hash ^ bits) * 0x100000001B3L, 23);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** 0 for none. */
    private static <E extends Enum<E> & Keyed> int ordinal(@Nullable E value) {
        return value == null ? 0 : value.ordinal() + 1;
    }
}
