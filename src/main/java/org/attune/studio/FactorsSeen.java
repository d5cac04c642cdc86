package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.attune.decision.DecisionTrace;
import org.attune.decision.DecisionTrace.Score;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** What each factor of priority was in recent decisions, so that one that swamps the others is seen. */
class FactorsSeen extends Div {
    private static final long serialVersionUID = 1L;

    private static final double[] AT = {0, .1, .5, .9, 1};

    private final transient Formats formats;

    FactorsSeen(Formats formats) {
        this.formats = formats;
        addClassName("stack");
    }

    final void show(List<DecisionTrace> traces) {
        removeAll();
        List<Score> scores = traces.stream()
                .flatMap(each -> each.candidates().stream())
                .map(DecisionTrace.Candidate::score)
                .filter(java.util.Objects::nonNull)
                .toList();
        if (scores.size() < 2) {
            Paragraph none = new Paragraph(Texts.of("studio.ranking.seen.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        double p = factor("propensity", scores, Score::sampled);
        factor("context", scores, Score::context);
        double v = factor("value", scores, Score::value);
        factor("lever", scores, Score::lever);
        Paragraph words = new Paragraph(Texts.of(
                v > p ? "studio.ranking.seen.value" : "studio.ranking.seen.propensity",
                formats.decimal(Math.max(v, p), 1),
                formats.decimal(Math.min(v, p), 1)));
        Paragraph from = new Paragraph(
                Texts.of("studio.ranking.seen.from", formats.count(traces.size()), formats.count(scores.size())));
        from.addClassName("studio-note");
        add(words, from);
    }

    /** Draws one factor and answers how far apart its ninth and its first tenth are, as a ratio. */
    private double factor(String key, List<Score> scores, ToDoubleFunction<Score> of) {
        double[] values = scores.stream().mapToDouble(of).sorted().toArray();
        double[] marks = Arrays.stream(AT)
                .map(share -> values[(int) Math.round(share * (values.length - 1))])
                .toArray();
        double spread = marks[1] > 0 ? marks[3] / marks[1] : 1;
        Span name = new Span(Texts.of("studio.ranking.factor." + key));
        name.addClassName("strong");
        Span ratio = new Span(Texts.of("studio.ranking.seen.spread", formats.decimal(spread, 1)));
        ratio.addClassNames("tnum", "muted");
        Div head = new Div(name, ratio);
        head.addClassNames("row", "spread");
        Span range = new Span();
        range.addClassName("seen-range");
        Span middle = new Span();
        middle.addClassName("seen-middle");
        double width = marks[4] > 0 ? marks[4] : 1;
        range.getStyle().set("inset-inline-start", 100 * marks[1] / width + "%");
        range.getStyle().set("inline-size", Math.max(1, 100 * (marks[3] - marks[1]) / width) + "%");
        middle.getStyle().set("inset-inline-start", 100 * marks[2] / width + "%");
        Div strip = new Div(range, middle);
        strip.addClassName("seen");
        strip.getElement().setAttribute("aria-hidden", "true");
        Span figures = new Span(Texts.of(
                "studio.ranking.seen.figures",
                formats.decimal(marks[0], 2),
                formats.decimal(marks[1], 2),
                formats.decimal(marks[2], 2),
                formats.decimal(marks[3], 2),
                formats.decimal(marks[4], 2)));
        figures.addClassNames("studio-note", "tnum");
        Div all = new Div(head, strip, figures);
        all.addClassNames("stack", "tight");
        add(all);
        return spread;
    }
}
