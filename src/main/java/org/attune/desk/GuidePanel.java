package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Reason;
import org.attune.decision.Recommendation.Said;
import org.attune.decision.Recommendation.Script;
import org.attune.decision.Spoken;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.attune.ui.Icons;
import org.attune.ui.Kbd;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The selected action in large letters: one spoken line in a tone and a language, what must be said word for word, and the steps that lead
 * through it. While the steps are open they take the place of the line.
 */
final class GuidePanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Veil veil;
    private final transient Memory memory;
    private final transient BiFunction<Recommendation, Language, Spoken> speech;
    private final Language customers;
    private final LegalPart legal;
    private final StepsPart steps;
    private final Paragraph line = new Paragraph();
    private final Div notes = new Div();
    private transient @Nullable Recommendation recommendation;
    private transient @Nullable Spoken spoken;
    private @Nullable Segmented<Tone> tones;
    private boolean withdrawn;

    /**
     * @param speech what can be said about an action in a language
     * @param customers the language the customer speaks
     * @param moved hears that the steps were opened or closed
     * @param suggested hears that the agent takes the answer the steps suggest
     */
    GuidePanel(
            DeskServices services,
            Memory memory,
            BiFunction<Recommendation, Language, Spoken> speech,
            Language customers,
            Runnable moved,
            Consumer<Outcome> suggested,
            Veil veil) {
        this.veil = veil;
        this.memory = memory;
        this.speech = speech;
        this.customers = customers;
        legal = new LegalPart(memory, services.clock(), services.formats());
        steps = new StepsPart(
                memory,
                () -> {
                    paint();
                    moved.run();
                },
                suggested);
        addClassNames("guide", "scroll");
        line.addClassName("spoken-large");
        notes.addClassNames("row", "wrap", "reasons");
    }

    LegalPart legal() {
        return legal;
    }

    StepsPart steps() {
        return steps;
    }

    /** Whether the steps lead the agent through this action now. */
    boolean leads(String action) {
        return steps.isOpen()
                && recommendation != null
                && recommendation.action().equals(action);
    }

    /** Shows the guide of an action. The tone and the language the agent chose stay chosen where the action has them. */
    void show(Recommendation next) {
        recommendation = next;
        withdrawn = false;
        Spoken says = speech.apply(next, language());
        spoken = says;
        legal.show(next.action(), says.legal());
        steps.show(next.action(), says, language());
        paint();
    }

    /** The action has left the list while the steps are open: they stay until the agent closes them. */
    void withdrawn() {
        withdrawn = true;
        paint();
    }

    /** A key of the guide was pressed; false when it means nothing here. Digits are its own only while the steps are open. */
    boolean key(String key) {
        switch (key) {
            case "t" -> nextTone();
            case "u" -> nextLanguage();
            case "g" -> steps.toggle();
            case "b" -> steps.back();
            default -> {
                if (!steps.isOpen() || !key.matches("[1-9]")) {
                    return false;
                }
                steps.digit(Integer.parseInt(key));
            }
        }
        return true;
    }

    private Language language() {
        String chosen = memory.get(Memory.LANGUAGE);
        return chosen == null ? Words.language() : Language.of(chosen);
    }

    private void paint() {
        Recommendation next = recommendation;
        Spoken says = spoken;
        if (next == null || says == null) {
            return;
        }
        removeAll();
        H2 title = new H2(Words.of(next.title()));
        title.addClassName("grow");
        Div head = new Div(title);
        head.addClassNames("row", "guide-head");
        tones = null;
        if (!steps.isOpen()) {
            tone(head, says.scripts());
        }
        language(head);
        add(head);
        if (withdrawn) {
            add(GuideNotes.note(Texts.of("desk.guide.withdrawn")));
        }
        if (steps.isOpen()) {
            add(steps, legal);
        } else {
            add(line, notes, legal, keepInMind(next), steps);
            speak();
        }
    }

    private void tone(Div head, List<Script> scripts) {
        if (scripts.size() < 2) {
            scripts.forEach(only -> {
                Span tone = new Span(Texts.of("desk.tone." + only.tone().key()));
                tone.addClassNames("small", "muted");
                head.add(tone);
            });
            return;
        }
        Segmented<Tone> choice = new Segmented<>(Texts.of("desk.tone"), this::speakIn);
        for (Tone each : Tone.values()) {
            if (scripts.stream().anyMatch(t -> t.tone() == each)) {
                choice.option(each, Texts.of("desk.tone." + each.key()));
            }
        }
        tones = choice;
        head.add(choice, new Kbd("T"));
    }

    /** Only where the customer speaks another language than the page, or the agent has chosen another. */
    private void language(Div head) {
        if (customers == Words.language() && language() == Words.language()) {
            return;
        }
        Segmented<Language> choice = new Segmented<Language>(Texts.of("desk.spoken"), this::speakIn)
                .option(Language.EN, "EN")
                .option(Language.FR, "FR");
        choice.setValue(language());
        choice.getElement().setAttribute("title", Texts.of("desk.spoken.customer." + customers.key()));
        head.add(choice, new Kbd("U"));
    }

    private void speakIn(Language language) {
        memory.put(Memory.LANGUAGE, language == Words.language() ? null : language.key());
        Recommendation now = recommendation;
        if (now != null) {
            boolean was = withdrawn;
            show(now);
            withdrawn = was;
        }
    }

    private void speakIn(Tone tone) {
        memory.put(Memory.TONE, tone.key());
        speak();
    }

    /** The other language, where the customer speaks another than the page. */
    private void nextLanguage() {
        if (customers != Words.language() || language() != Words.language()) {
            speakIn(language() == Language.EN ? Language.FR : Language.EN);
        }
    }

    /** Nothing to propose: the guide says to listen. */
    void listen(String why) {
        recommendation = null;
        spoken = null;
        removeAll();
        H2 title = new H2(Texts.of("desk.listen"));
        line.setText(Texts.of("desk.listen.line"));
        line.getElement().removeAttribute("lang");
        Paragraph reason = new Paragraph(why);
        reason.addClassName("muted");
        add(title, line, reason);
    }

    /** The next tone this action has. */
    private void nextTone() {
        Spoken says = spoken;
        if (says == null || says.scripts().size() < 2 || steps.isOpen()) {
            return;
        }
        List<Script> all = says.scripts().stream()
                .sorted((a, b) -> a.tone().compareTo(b.tone()))
                .toList();
        Script now = script(says);
        speakIn(all.get((all.indexOf(now) + 1) % all.size()).tone());
    }

    private void speak() {
        Spoken says = spoken;
        Script script = says == null ? null : script(says);
        notes.removeAll();
        notes.setVisible(false);
        line.setText(script == null ? "" : Texts.of("desk.quoted", script.script()));
        if (script == null) {
            return;
        }
        line.getElement().setAttribute("lang", script.language().key());
        if (script.chosenBy() == Recommendation.ChosenBy.NEAREST) {
            notes.add(GuideNotes.note(Texts.of("desk.tone.nearest")));
        }
        GuideNotes.of(new Said(script.script(), script.language(), script.unknown()), language())
                .forEach(notes::add);
        notes.setVisible(notes.getComponentCount() > 0);
        Segmented<Tone> choice = tones;
        if (choice != null) {
            choice.setValue(script.tone());
        }
    }

    private @Nullable Script script(Spoken says) {
        String tone = memory.get(Memory.TONE);
        return says.scripts().stream()
                .filter(each -> each.tone().key().equals(tone))
                .findFirst()
                .orElse(says.scripts().isEmpty() ? null : says.scripts().getFirst());
    }

    private OrderedList keepInMind(Recommendation next) {
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        if (!next.benefit().isBlank()) {
            list.add(new ListItem(Texts.of("desk.step.benefit", Words.of(next.benefit()))));
        }
        for (Reason reason : next.reasons()) {
            if (!reason.speaksFor()) {
                ListItem against =
                        new ListItem(veil.over(new Span(Texts.of("desk.step.against", Words.of(reason.text())))));
                against.addClassName("against");
                list.add(against);
            }
        }
        list.add(new ListItem(Texts.of("desk.step.answer")));
        Span label = new Span(Texts.of("desk.step.computed"));
        ListItem computed = new ListItem(Icons.INFO.create(), label);
        computed.addClassNames("muted", "small", "computed");
        list.add(computed);
        return list;
    }
}
