package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextFit;
import org.attune.arbitration.NoneThresholds;
import org.attune.arbitration.engine.Priority;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Vocabulary;
import org.attune.decision.DecisionTrace;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Formats;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A decision of a while ago, put in order with the settings as they are being edited. Nothing is decided or written. */
class RankingExample extends Div {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient Formats formats;
    private final transient Vocabulary words;
    private transient @Nullable DecisionTrace trace;

    private record Line(Action action, Issue issue, int was, double p, double c, double v, double l, double priority) {}

    RankingExample(Formats formats, Vocabulary words) {
        this.formats = formats;
        this.words = words;
        addClassName("stack");
        getElement().setAttribute("aria-live", "polite");
    }

    final void take(@Nullable DecisionTrace example) {
        trace = example;
    }

    /** Orders the example as the document would. */
    final void show(StrategyDocument document) {
        removeAll();
        DecisionTrace of = trace;
        if (of == null) {
            Paragraph none = new Paragraph(Texts.of("studio.ranking.seen.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        String at = formats.dateTime(of.at());
        Paragraph from = new Paragraph(
                of.reason().isEmpty()
                        ? Texts.of("studio.ranking.example.words", at)
                        : Texts.of(
                                "studio.ranking.example.words.reason",
                                at,
                                Words.in(words.label(Vocabulary.Kind.REASON_OF_CALL, of.reason()))));
        from.addClassName("muted");
        add(from);
        List<Line> lines = lines(of, document);
        for (int i = 0; i < Math.min(SHOWN, lines.size()); i++) {
            add(line(i + 1, lines.get(i)));
        }
        if (lines.isEmpty()) {
            add(new Paragraph(Texts.of("studio.ranking.example.listen")));
        }
    }

    private Div line(int rank, Line line) {
        Span place = new Span(rank + ".");
        place.addClassNames("strong", "tnum");
        Span title = new Span(Words.in(line.action.title()));
        title.addClassNames("strong", "grow", "clip");
        Div head = new Div(place, title, new IssueBadge(line.issue.key(), Words.in(line.issue.label())));
        head.addClassNames("row", "tight");
        Span sum = new Span(Texts.of(
                "studio.ranking.example.sum",
                formats.decimal(line.p, 2),
                formats.decimal(line.c, 2),
                formats.decimal(line.v, 1),
                formats.decimal(line.l, 2),
                formats.decimal(line.priority, 1),
                line.was == 0 ? "–" : Integer.toString(line.was)));
        sum.addClassNames("studio-note", "tnum");
        Div all = new Div(head, sum);
        all.addClassNames("stack", "tight", "example-line");
        return all;
    }

    private List<Line> lines(DecisionTrace of, StrategyDocument document) {
        ArbitrationSettings settings = document.arbitration();
        Map<String, Action> actions = new HashMap<>(document.catalog().byKey());
        ContextFit fit = fit(of);
        NoneThresholds thresholds = new NoneThresholds(settings.thresholds(), document.issues(), List.of());
        LocalDate today = LocalDate.ofInstant(of.at(), formats.zone());
        List<Line> lines = new ArrayList<>();
        for (DecisionTrace.Candidate each : of.candidates()) {
            DecisionTrace.Score score = each.score();
            Action action = actions.get(each.action());
            Group group = action == null ? null : document.catalog().group(action.group());
            Issue issue = group == null ? null : document.catalog().issue(group.issue());
            if (score == null || action == null || group == null || issue == null) {
                continue;
            }
            int percent = settings.contextWeights().stream()
                    .filter(w -> fit.matches(w, issue.key(), group.key(), action.key()))
                    .mapToInt(w -> w.percent())
                    .sum();
            double p = settings.factors().propensity() ? score.sampled() : 1;
            double c = settings.factors().context() ? Priority.context(percent) : 1;
            double v = settings.factors().value()
                    ? Priority.value(issue.mix(), action.companyValue(), action.customerValue())
                    : 1;
            double l = settings.factors().lever()
                    ? Priority.lever(
                            issue.lever().on(today),
                            group.lever().on(today),
                            action.lever().on(today))
                    : 1;
            if (action.actionClass() != ActionClass.DEFAULT || score.propensity() >= thresholds.of(issue, fit)) {
                lines.add(new Line(action, issue, each.rank(), p, c, v, l, Priority.of(p, c, v, l)));
            }
        }
        lines.sort(Comparator.comparing((Line each) -> each.action.actionClass() != ActionClass.MANDATORY)
                .thenComparing(Comparator.comparingDouble(Line::priority).reversed())
                .thenComparing(each -> each.issue.key() + " " + each.action.group() + " " + each.action.key()));
        return lines;
    }

    private static ContextFit fit(DecisionTrace of) {
        Map<String, Object> facts = of.facts();
        Map<String, String> journeys = new HashMap<>();
        if (facts.get("journeys") instanceof Map<?, ?> stages) {
            stages.forEach((journey, stage) -> journeys.put(String.valueOf(journey), String.valueOf(stage)));
        }
        Map<String, Object> context = new HashMap<>();
        if (facts.get("context") instanceof Map<?, ?> told) {
            told.forEach((key, value) -> context.put(String.valueOf(key), String.valueOf(value)));
        }
        return new ContextFit(
                of.reason(),
                facts.get("signals") instanceof Map<?, ?> signals ? words(signals.keySet()) : Set.of(),
                facts.get("states") instanceof Collection<?> states ? words(states) : Set.of(),
                journeys,
                ContextFit.volume(context));
    }

    private static Set<String> words(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
