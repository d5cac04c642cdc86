package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.UnaryOperator;
import org.attune.decision.Decision;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.LocalText;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;

/** Says in plain words why an action is proposed, and what the shield and the contact policy hold back. */
final class WhyDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int HELD_BACK = 6;

    WhyDialog(Recommendation recommendation, Decision decision, UnaryOperator<String> actionTitle) {
        setHeaderTitle(Texts.of("desk.why.title", Words.of(recommendation.title())));
        addClassName("why-dialog");
        Paragraph chance = new Paragraph(
                Texts.of("desk.why.chance", Words.chance(recommendation.propensity()), recommendation.rank()));
        add(chance);
        UnorderedList reasons = new UnorderedList();
        reasons.addClassName("plain-list");
        for (Reason reason : recommendation.reasons()) {
            Span sign = new Span(Texts.of(reason.speaksFor() ? "desk.why.for" : "desk.why.against"));
            sign.addClassNames("badge", reason.speaksFor() ? "badge-good" : "badge-warn");
            ListItem item = new ListItem(sign, new Span(Words.of(reason.text())));
            item.addClassName("row");
            reasons.add(item);
        }
        if (recommendation.reasons().isEmpty()) {
            add(new Paragraph(Texts.of("desk.why.young")));
        } else {
            add(reasons);
        }
        for (LocalText line : decision.protections()) {
            Paragraph protection = new Paragraph(Words.of(line));
            protection.addClassNames("banner", "protected");
            add(protection);
        }
        heldBack(decision, actionTitle);
        Span fine = new Span(Texts.of(
                "desk.why.fine",
                decision.strategyRevision(),
                decision.modelVersion(),
                decision.id().toString()));
        fine.addClassNames("muted", "small");
        add(fine);
        ActionButton close = new ActionButton(Texts.of("ui.close"), click -> close()).key("Esc");
        getFooter().add(close);
        addOpenedChangeListener(event -> close.focus());
    }

    private void heldBack(Decision decision, UnaryOperator<String> actionTitle) {
        UnorderedList held = new UnorderedList();
        held.addClassName("plain-list");
        decision.dropped().stream()
                .filter(d -> d.stage().equals("contact") || d.stage().equals("shield"))
                .limit(HELD_BACK)
                .forEach(d -> held.add(heldBack(d, actionTitle)));
        if (held.getComponentCount() > 0) {
            H3 title = new H3(Texts.of("desk.why.held"));
            title.addClassName("overline");
            add(title, held);
        }
    }

    private static ListItem heldBack(Dropped dropped, UnaryOperator<String> actionTitle) {
        Span why = new Span(" — " + Words.of(dropped.words()));
        why.addClassName("muted");
        return new ListItem(new Span(actionTitle.apply(dropped.action())), why);
    }
}
