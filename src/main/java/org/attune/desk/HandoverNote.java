package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.attune.interaction.Handover;
import org.attune.interaction.Handover.Said;
import org.attune.interaction.Handover.Tried;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** What a bot did before the call came here, in one line above the guide; what was said opens in a dialog. */
final class HandoverNote extends Div {
    private static final long serialVersionUID = 1L;

    HandoverNote(Handover handover, UnaryOperator<String> title) {
        addClassNames("banner", "outreach-note");
        getElement().setAttribute("role", "note");
        setVisible(!handover.nothing());
        if (handover.nothing()) {
            return;
        }
        Span label = new Span(Texts.of("desk.handover"));
        label.addClassName("strong");
        Div words = new Div(label);
        words.addClassNames("stack", "tight", "grow");
        if (!handover.tried().isEmpty()) {
            words.add(new Span(Texts.of(
                    "desk.handover.tried",
                    handover.tried().stream().map(each -> tried(each, title)).collect(Collectors.joining(" · ")))));
        }
        add(Icons.CHAT.create(), words);
        if (!handover.transcript().isEmpty()) {
            add(new ActionButton(Texts.of("desk.handover.read"), click -> new Transcript(handover).open()));
        }
    }

    /** What was tried and what came of it. */
    private static String tried(Tried tried, UnaryOperator<String> title) {
        String what = title.apply(tried.action());
        String outcome = outcome(tried);
        String note = tried.note();
        String words = outcome.isEmpty() ? what : what + " (" + outcome + ")";
        return note == null ? words : words + " – " + note;
    }

    /** What came of it, in words; empty when the bot does not say. */
    static String outcome(Tried tried) {
        return switch (tried.outcome()) {
            case "accepted", "fulfilled", "declined", "not-now", "not-offered", "presented" ->
                Texts.of("desk.outcome." + tried.outcome()).toLowerCase(Texts.locale());
            case "done", "solved", "failed", "not-solved" -> Texts.of("desk.tried." + tried.outcome());
            default -> tried.outcome();
        };
    }

    private static final class Transcript extends Dialog {
        private static final long serialVersionUID = 1L;

        Transcript(Handover handover) {
            setHeaderTitle(Texts.of("desk.handover"));
            addClassName("transcript");
            DescriptionList lines = new DescriptionList();
            lines.addClassNames("facts", "said");
            for (Said each : handover.transcript()) {
                lines.add(new DescriptionList.Term(speaker(each.who())), new DescriptionList.Description(each.text()));
            }
            add(lines);
            ActionButton close = new ActionButton(Texts.of("ui.close"), click -> close()).key("Esc");
            getFooter().add(close);
            addOpenedChangeListener(event -> close.focus());
        }

        private static String speaker(String who) {
            return switch (who.toLowerCase(Locale.ROOT)) {
                case "customer", "user", "caller", "client" -> Texts.of("desk.said.customer");
                case "bot", "assistant", "agent", "system", "" -> Texts.of("desk.said.bot");
                default -> who;
            };
        }
    }
}
