package org.attune.studio;

import java.util.ArrayList;
import java.util.List;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.NoneThreshold;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Journey;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Context weights and thresholds as sentences. */
final class Situations {
    private final StrategyDocument document;
    private final Catalog catalog;
    private final Vocabulary words;
    private final Formats formats;

    Situations(StrategyDocument document, Vocabulary words, Formats formats) {
        this.document = document;
        this.words = words;
        this.formats = formats;
        catalog = document.catalog();
    }

    /** "Reason of call Billing: Service +55 %". */
    String sentence(ContextWeight weight) {
        return Texts.of(
                "studio.situation.sentence",
                when(
                        weight.reason(),
                        weight.signal(),
                        weight.state(),
                        weight.journey(),
                        weight.stage(),
                        weight.volume()),
                what(weight.issue(), weight.group(), weight.action()),
                Words.percent(weight.percent()));
    }

    /** "Reason of call Complaint: Sales only from 60 %". */
    String sentence(NoneThreshold threshold) {
        return Texts.of(
                "studio.situation.sentence",
                when(
                        threshold.reason(),
                        null,
                        threshold.state(),
                        threshold.journey(),
                        threshold.stage(),
                        threshold.volume()),
                what(threshold.issue(), null, null),
                Texts.of("studio.situation.from", formats.percent(threshold.threshold(), 0)));
    }

    /** Name of an issue, a group or an action. */
    String what(@Nullable String issue, @Nullable String group, @Nullable String action) {
        List<String> parts = new ArrayList<>();
        Issue inIssue = issue == null ? null : catalog.issue(issue);
        Group inGroup = group == null ? null : catalog.group(group);
        Action one = action == null ? null : catalog.action(action);
        if (inIssue != null) {
            parts.add(Words.in(inIssue.label()));
        }
        if (inGroup != null) {
            parts.add(Words.in(inGroup.label()));
        }
        if (one != null) {
            parts.add(Words.in(one.title()));
        }
        return parts.isEmpty() ? Texts.of("studio.situation.everything") : String.join(" › ", parts);
    }

    private String when(
            @Nullable String reason,
            @Nullable String signal,
            @Nullable String state,
            @Nullable String journey,
            @Nullable String stage,
            @Nullable String volume) {
        List<String> parts = new ArrayList<>();
        if (reason != null) {
            parts.add(Texts.of("studio.situation.reason.is", label(Kind.REASON_OF_CALL, reason)));
        }
        if (signal != null) {
            parts.add(Texts.of("studio.situation.signal.is", label(Kind.SIGNAL, signal)));
        }
        if (state != null) {
            parts.add(Texts.of("studio.situation.state.is", label(Kind.STATE, state)));
        }
        if (journey != null) {
            parts.add(Texts.of("studio.situation.journey.is", journey(journey, stage)));
        }
        if (volume != null) {
            parts.add(Texts.of("studio.situation.volume.is", Texts.of("studio.situation.volume." + volume)));
        }
        return parts.isEmpty() ? Texts.of("studio.situation.always") : String.join(", ", parts);
    }

    /** Name of a journey, and of a stage of it. */
    String journey(String key, @Nullable String stage) {
        for (Journey each : document.journeys()) {
            if (each.key().equals(key)) {
                String label = Words.in(each.label());
                return each.stages().stream()
                        .filter(s -> s.key().equals(stage))
                        .findFirst()
                        .map(s -> label + " › " + Words.in(s.label()))
                        .orElse(label);
            }
        }
        return key;
    }

    String label(Kind kind, String key) {
        return Words.in(words.label(kind, key));
    }

    List<String> keys(Kind kind) {
        return words.keys(kind);
    }

    StrategyDocument document() {
        return document;
    }
}
