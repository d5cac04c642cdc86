package org.attune.insight.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.attune.decision.DecisionTrace.Score;
import org.attune.decision.Recommendation.Reason;
import org.attune.insight.internal.Explained;
import org.attune.insight.internal.Explained.Line;
import org.attune.insight.internal.Names;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.ui.Chip;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Everything about one action of a decision: the rule in full with what it read, reasons, factors, outcome. */
class CandidateDetails extends Div {
    private static final long serialVersionUID = 1L;

    /** @param outcome null when it was never shown */
    CandidateDetails(Line line, @Nullable Outcome outcome, Names names, Words words, Formats formats) {
        addClassName("candidate-details");
        Div head = new Div(new IssueBadge(line.issue(), names.issue(line.issue())), new Code(line.action()));
        head.addClassNames("row", "wrap");
        LocalText why = line.words();
        if (why != null) {
            head.add(new Span(why.in(Words.language())));
        }
        if (line.stage().equals(Explained.PROPOSED)) {
            head.add(outcome == null ? new Span(Texts.of("insight.decision.notshown")) : words.outcomeBadge(outcome));
        }
        add(head);
        rule(line);
        reasons(line);
        Score score = line.score();
        if (score != null) {
            Span factors = new Span(Texts.of(
                    "insight.candidate.factors",
                    formats.decimal(score.sampled(), 4),
                    formats.decimal(score.context(), 2),
                    formats.decimal(score.value(), 2),
                    formats.decimal(score.lever(), 2),
                    formats.decimal(score.priority(), 4),
                    formats.count(score.evidence())));
            factors.addClassNames("muted", "small", "tnum");
            add(factors);
        }
    }

    private void rule(Line line) {
        if (line.rule().isEmpty() && line.read().isEmpty()) {
            return;
        }
        Div rule = new Div();
        rule.addClassName("rule");
        if (CandidateGrid.isWritten(line)) {
            for (RuleText.Part part : RuleText.parts(line.rule(), line.read())) {
                Span text = new Span(part.text());
                rule.add(text);
                if (!part.value().isEmpty()) {
                    text.addClassName("name");
                    Span value = new Span(part.value());
                    value.addClassName("read");
                    rule.add(value);
                }
            }
        } else {
            rule.add(new Span(line.rule()));
            for (Explained.Read each : line.read()) {
                Span name = new Span(each.key());
                name.addClassName("name");
                Span value = new Span(each.value());
                value.addClassName("read");
                rule.add(new Span(" · "), name, value);
            }
        }
        add(rule);
    }

    private void reasons(Line line) {
        if (line.reasons().isEmpty()) {
            return;
        }
        Div reasons = new Div();
        reasons.addClassNames("row", "wrap", "reason-row");
        for (Reason each : line.reasons()) {
            Chip chip = new Chip(
                    each.speaksFor() ? Icons.CHECK : Icons.TREND_DOWN,
                    each.text().in(Words.language()));
            chip.addClassName("wash");
            if (!each.speaksFor()) {
                chip.setTitle(Texts.of("insight.decision.against"));
            }
            reasons.add(chip);
        }
        add(reasons);
    }
}
