package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.attune.decision.Explanation;
import org.attune.decision.Explanation.Almost;
import org.attune.decision.Explanation.Gap;
import org.attune.decision.Explanation.Rival;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Says in plain words why an action is proposed or why to listen, what would change the order, and what must wait. */
final class WhyDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Div told = new Div();

    /**
     * @param title of the action, or of listening
     * @param chance likely, possible or try; null for listening
     * @param protections what the shield says about the customer
     * @param veil over all of it: reasons say what the customer goes through
     */
    WhyDialog(
            String title,
            @Nullable String chance,
            Explanation why,
            List<LocalText> protections,
            DecisionId decision,
            Veil veil) {
        setHeaderTitle(Texts.of("desk.why.title", title));
        addClassName("why-dialog");
        setWidth("640px");
        told.addClassName("stack");
        if (veil.isThere()) {
            Div content = new Div(new RevealBar(veil), veil.over(told));
            content.addClassNames("stack", "veil-content");
            add(content);
        } else {
            add(told);
        }
        told.add(new Paragraph(lead(chance, why)));
        reasons(why, chance != null);
        for (LocalText line : protections) {
            Paragraph protection = new Paragraph(Words.of(line));
            protection.addClassNames("banner", "protected");
            told.add(protection);
        }
        change(why);
        waiting(why.waiting());
        Span fine = new Span(Texts.of("desk.why.fine", decision));
        fine.addClassNames("muted", "small");
        told.add(fine);
        ActionButton close = new ActionButton(Texts.of("ui.close"), click -> close()).key("Esc");
        getFooter().add(close);
        addOpenedChangeListener(event -> close.focus());
    }

    private static String lead(@Nullable String chance, Explanation why) {
        if (chance == null) {
            LocalText none = why.none();
            return none == null ? Texts.of("desk.why.listen") : Words.of(none);
        }
        return why.rank() == 1 ? Texts.of("desk.why.first", chance) : Texts.of("desk.why.place", chance, why.rank());
    }

    private void reasons(Explanation why, boolean proposed) {
        if (why.reasons().isEmpty()) {
            if (proposed) {
                told.add(new Paragraph(Texts.of("desk.why.young")));
            }
            return;
        }
        UnorderedList reasons = plainList();
        for (Reason reason : why.reasons()) {
            Span sign = new Span(Texts.of(reason.speaksFor() ? "desk.why.for" : "desk.why.against"));
            sign.addClassNames("badge", reason.speaksFor() ? "badge-good" : "badge-warn");
            ListItem item = new ListItem(sign, new Span(Words.of(reason.text())));
            item.addClassName("row");
            reasons.add(item);
        }
        told.add(reasons);
    }

    private void change(Explanation why) {
        UnorderedList list = plainList();
        Rival rival = why.rival();
        if (rival != null) {
            list.add(new ListItem(sentence(rival)));
        }
        Almost almost = why.almost();
        if (almost != null) {
            list.add(new ListItem(Texts.of(
                    "desk.why.need." + almost.need().name().toLowerCase(Locale.ROOT),
                    Words.of(almost.title()),
                    Words.of(almost.subject()))));
        }
        section("desk.why.change", list);
    }

    private static String sentence(Rival rival) {
        LocalText first = rival.first();
        String other = Words.of(rival.title());
        String ahead = first == null ? "" : Words.of(first);
        List<Gap> gaps = rival.gaps();
        return switch (rival.kind()) {
            case FACTORS ->
                gaps.size() == 1
                        ? Texts.of("desk.why.gap." + key(gaps.getFirst()), other, ahead)
                        : Texts.of("desk.why.gap.several", other, ahead, listed(gaps));
            case TOO_UNLIKELY -> Texts.of("desk.why.gap.unlikely", other);
            case TRIED_OUT -> Texts.of("desk.why.gap.tried", other, ahead);
            case MANDATORY -> Texts.of("desk.why.gap.mandatory", other, ahead);
            case CHANCE -> Texts.of("desk.why.gap.chance");
        };
    }

    private static String listed(List<Gap> gaps) {
        List<String> words = gaps.stream()
                .map(gap -> Texts.of("desk.why.factor." + key(gap)))
                .toList();
        return Texts.of("desk.why.and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    private static String key(Gap gap) {
        return gap.name().toLowerCase(Locale.ROOT);
    }

    private void waiting(List<Explanation.Waiting> waiting) {
        UnorderedList list = plainList();
        for (Explanation.Waiting each : waiting) {
            Span why = new Span(" – " + Words.of(each.words()));
            why.addClassName("muted");
            list.add(new ListItem(new Span(Words.of(each.title())), why));
        }
        section("desk.why.waiting", list);
    }

    private void section(String title, UnorderedList list) {
        if (list.getComponentCount() > 0) {
            H3 heading = new H3(Texts.of(title));
            heading.addClassName("overline");
            told.add(heading, list);
        }
    }

    private static UnorderedList plainList() {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        return list;
    }
}
