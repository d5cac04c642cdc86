package org.attune.decision.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.decision.DecisionTrace;
import org.attune.decision.FirstPlace;
import org.attune.decision.FirstPlaces;
import org.attune.decision.Replay;
import org.attune.decision.Replay.Difference;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.Offer;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.learning.Models;
import org.attune.learning.Treatments;
import org.attune.strategy.Strategies;
import org.attune.strategy.Strategy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads past decisions and takes them again, with the catalog, the models and the inputs of their moment. Writes nothing. */
@Component
public class Replayer {
    private static final int MOST_DIFFERENCES = 100;

    private final History history;
    private final Strategies strategies;
    private final Attributes attributes;
    private final Models models;
    private final Treatments treatments;
    private final Vocabulary words;
    private final JsonMapper json;

    Replayer(
            History history,
            Strategies strategies,
            Attributes attributes,
            Models models,
            Treatments treatments,
            Vocabulary words,
            JsonMapper json) {
        this.history = history;
        this.strategies = strategies;
        this.attributes = attributes;
        this.models = models;
        this.treatments = treatments;
        this.words = words;
        this.json = json;
    }

    /** The trace of a decision. */
    public DecisionTrace read(DecisionId id) {
        DecisionRecord record = history.decision(id);
        Optional<byte[]> trace = history.trace(id);
        if (trace.isEmpty() || trace.get().length == 0) {
            return StoredTrace.withoutTrace(record);
        }
        Strategy strategy = strategies.at(record.revision());
        if (isText(trace.get())) {
            return TextTrace.read(record, new String(trace.get(), StandardCharsets.UTF_8), strategy, json);
        }
        return new StoredTrace(Recalled.read(record, trace.get()), strategy, attributes.dictionary()).read(words);
    }

    /** Takes a decision again and compares. */
    public Replay replay(DecisionId id) {
        Recalled recalled = recall(id);
        DecisionRecord record = recalled.record();
        Strategy strategy = strategies.at(record.revision());
        Deliberation deliberation = new Deliberation(models.at(record.modelVersion()), treatments, words);
        Deliberated again = deliberation.run(recalled.moment(strategy, attributes.dictionary()));
        List<Difference> differences = new ArrayList<>();
        compare(recalled, again, differences);
        return new Replay(
                differences.isEmpty(),
                differences.size() > MOST_DIFFERENCES ? differences.subList(0, MOST_DIFFERENCES) : differences);
    }

    /** Decides the moment of a past decision under another strategy, with today's models. */
    public Deliberated under(DecisionId id, Strategy strategy) {
        Recalled recalled = recall(id);
        Moment moment = recalled.moment(strategy, attributes.dictionary()).under(strategy);
        return new Deliberation(models, treatments, words).run(moment);
    }

    /** Who would have come first at the moment of a past decision, with the models of then: as recorded and under others. */
    public FirstPlaces firstPlaces(DecisionId id, List<Strategy> others) {
        Recalled recalled = recall(id);
        DecisionRecord record = recalled.record();
        Strategy strategy = strategies.at(record.revision());
        Deliberation deliberation = new Deliberation(models.at(record.modelVersion()), treatments, words);
        Moment moment = recalled.moment(strategy, attributes.dictionary());
        FirstPlace recorded = deliberation.first(moment.inMainArm(strategy));
        List<FirstPlace> found = new ArrayList<>();
        for (Strategy each : others) {
            found.add(each.revision() == record.revision() ? recorded : deliberation.first(moment.inMainArm(each)));
        }
        double share = record.guarded() ? 0 : strategy.document().arbitration().controlShare();
        return new FirstPlaces(share, recorded, found);
    }

    private Recalled recall(DecisionId id) {
        DecisionRecord record = history.decision(id);
        byte[] trace = history.trace(id)
                .filter(bytes -> bytes.length > 0)
                .orElseThrow(() -> new ConflictException(new LocalText(
                        "This decision cannot be repeated: it was imported, or its trace was cleared away.",
                        "Cette décision ne peut pas être rejouée : elle a été importée, ou sa trace a été effacée.")));
        if (isText(trace)) {
            throw new ConflictException(
                    new LocalText(
                            "This decision cannot be repeated: it was written before Attune kept what a replay needs.",
                            "Cette décision ne peut pas être rejouée : elle date d’avant que l’on garde ce qu’il faut pour cela."));
        }
        return Recalled.read(record, trace);
    }

    private static boolean isText(byte[] trace) {
        return trace[0] == '{';
    }

    private static void compare(Recalled recalled, Deliberated again, List<Difference> differences) {
        List<Stop> stops = recalled.stops();
        if (stops.size() != again.candidates.size()) {
            differences.add(new Difference(
                    "", "actions", Integer.toString(stops.size()), Integer.toString(again.candidates.size())));
            return;
        }
        for (int i = 0; i < stops.size(); i++) {
            Candidate now = again.candidates.get(i);
            if (now.stop != stops.get(i)) {
                differences.add(
                        new Difference(now.action(), "stage", stops.get(i).stage(), now.stop.stage()));
            }
            Recalled.Score then = recalled.scores().get(i);
            if (then != null) {
                number(now.action(), "propensity", then.propensity(), (float) now.propensity, differences);
                number(now.action(), "sampled", then.sampled(), (float) now.sampled, differences);
                number(now.action(), "rank", then.rank(), now.rank, differences);
            }
        }
        offers(recalled.record().offers(), again.offers(), differences);
        long fingerprint = TraceFormat.fingerprint(again.candidates);
        if (fingerprint != recalled.fingerprint()) {
            differences.add(new Difference(
                    "", "scores", Long.toHexString(recalled.fingerprint()), Long.toHexString(fingerprint)));
        }
    }

    private static void offers(List<Offer> then, List<Offer> now, List<Difference> differences) {
        Map<String, Offer> again = new HashMap<>();
        now.forEach(each -> again.put(each.action(), each));
        for (Offer each : then) {
            Offer found = again.remove(each.action());
            if (!each.equals(found)) {
                differences.add(new Difference(each.action(), "offer", each.toString(), String.valueOf(found)));
            }
        }
        again.values().forEach(each -> differences.add(new Difference(each.action(), "offer", "", each.toString())));
    }

    private static void number(String action, String what, double then, double now, List<Difference> differences) {
        if (Double.doubleToRawLongBits(then) != Double.doubleToRawLongBits(now)) {
            differences.add(new Difference(action, what, Double.toString(then), Double.toString(now)));
        }
    }
}
