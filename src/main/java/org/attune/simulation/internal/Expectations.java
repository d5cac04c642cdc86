package org.attune.simulation.internal;

import java.util.List;
import org.attune.decision.Decision;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.kernel.LocalText;
import org.attune.simulation.PersonaResult.Check;
import org.attune.simulation.PersonaResult.Verdict;
import org.attune.strategy.Persona.Expectation;
import org.jspecify.annotations.Nullable;

/** Holds what came out against what was expected, and says in words what came out instead and why. */
public final class Expectations {
    private Expectations() {}

    /** One expectation. */
    public static Check check(Expectation expectation, Decision decision) {
        List<Recommendation> list = decision.recommendations();
        return switch (expectation.kind()) {
            case FIRST -> near(expectation, decision, 1);
            case AMONG -> near(expectation, decision, expectation.among());
            case NEVER -> {
                Recommendation wrong = named(expectation, list);
                yield wrong == null
                        ? new Check(expectation, Verdict.PASSED, new LocalText("Not proposed", "Non proposé"))
                        : new Check(expectation, Verdict.FAILED, at(wrong));
            }
            case NOTHING ->
                list.isEmpty()
                        ? new Check(expectation, Verdict.PASSED, new LocalText("Listen", "Écouter"))
                        : new Check(expectation, Verdict.FAILED, at(list.getFirst()));
        };
    }

    private static Check near(Expectation expectation, Decision decision, int top) {
        Recommendation found = named(expectation, decision.recommendations());
        if (found != null && found.rank() <= top) {
            return new Check(expectation, Verdict.PASSED, at(found));
        }
        LocalText instead = decision.recommendations().isEmpty()
                ? listen(decision)
                : join(
                        new LocalText("First came ", "En premier : "),
                        at(decision.recommendations().getFirst()));
        LocalText missing = found != null ? at(found) : stopped(expectation, decision);
        return new Check(
                expectation,
                paused(expectation, decision) ? Verdict.PAUSED : Verdict.FAILED,
                missing == null ? instead : join(instead, new LocalText(". ", ". "), missing));
    }

    private static @Nullable Recommendation named(Expectation expectation, List<Recommendation> list) {
        return list.stream()
                .filter(each -> expectation.names(each.action(), each.issue()))
                .findFirst()
                .orElse(null);
    }

    /** An action that is named, or everything of an issue that is named, is off. */
    private static boolean paused(Expectation expectation, Decision decision) {
        List<Dropped> off =
                decision.dropped().stream().filter(Expectations::paused).toList();
        return off.stream().anyMatch(each -> expectation.actions().contains(each.action()))
                || expectation.issues().stream()
                        .anyMatch(issue ->
                                off.stream().anyMatch(each -> each.issue().equals(issue))
                                        && decision.dropped().stream()
                                                .filter(each -> each.issue().equals(issue))
                                                .allMatch(Expectations::paused)
                                        && decision.recommendations().stream()
                                                .noneMatch(each -> each.issue().equals(issue)));
    }

    private static boolean paused(Dropped each) {
        return each.stage().equals("availability") && each.rule().equals("paused");
    }

    /** Where the one that was expected was stopped. */
    private static @Nullable LocalText stopped(Expectation expectation, Decision decision) {
        for (Dropped each : decision.dropped()) {
            if (expectation.actions().contains(each.action())) {
                LocalText words = each.words();
                return new LocalText(
                        "'" + each.action() + "' was stopped at " + each.stage() + ": " + words.en(),
                        "« " + each.action() + " » arrêtée (" + each.stage() + ") : " + words.fr());
            }
        }
        return null;
    }

    private static LocalText listen(Decision decision) {
        LocalText none = decision.none();
        return none == null ? new LocalText("Nothing was proposed", "Rien n’a été proposé") : none;
    }

    /** An action, its place and the first reason for it. */
    private static LocalText at(Recommendation each) {
        LocalText place = new LocalText(
                each.title().en() + " (" + each.rank() + ")", each.title().fr() + " (" + each.rank() + ")");
        return each.reasons().stream()
                .filter(Recommendation.Reason::speaksFor)
                .findFirst()
                .map(reason -> join(
                        place,
                        new LocalText(
                                ": " + reason.text().en(), " : " + reason.text().fr())))
                .orElse(place);
    }

    private static LocalText join(LocalText... parts) {
        StringBuilder en = new StringBuilder();
        StringBuilder fr = new StringBuilder();
        for (LocalText part : parts) {
            en.append(part.en());
            fr.append(part.fr());
        }
        return new LocalText(en.toString(), fr.toString());
    }
}
