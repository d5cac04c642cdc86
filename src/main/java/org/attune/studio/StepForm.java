package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attune.catalog.GuideStep;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.kernel.Problem;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** One step of a guide: how it reads, and the fields to change it. */
final class StepForm {
    private static final List<Outcome> ANSWERS =
            List.of(Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NOT_NOW, Outcome.NOT_OFFERED);
    private static final String OPEN = "";

    /** A choice: what the customer answers and the step it leads to. */
    private record Way(TextField en, TextField fr, Select<String> to) {}

    private final String key;
    private final TextArea en = Fields.area(Texts.of("studio.edit.guide.text.en"), 2);
    private final TextArea fr = Fields.area(Texts.of("studio.edit.guide.text.fr"), 2);
    private final List<Way> ways = new ArrayList<>();
    private final Select<String> suggests = new Select<>();
    private final Span wrong = new Span();
    private final Div head = new Div();
    private final Div row = new Div();

    StepForm(GuideStep step) {
        key = step.key();
        en.setValue(step.text().en());
        fr.setValue(step.text().fr());
        suggests.setLabel(Texts.of("studio.edit.guide.suggests"));
        suggests.setItems(Stream.concat(Stream.of(OPEN), ANSWERS.stream().map(Outcome::key))
                .toList());
        suggests.setItemLabelGenerator(each -> each == null || each.isEmpty()
                ? Texts.of("studio.edit.guide.suggests.none")
                : Texts.of("studio.outcome." + each));
        suggests.setValue(step.suggests() == null ? OPEN : step.suggests().key());
        wrong.addClassName("guide-wrong");
        head.addClassNames("row", "spread");
        row.addClassNames("stack", "tight");
        row.getElement().setAttribute("tabindex", "-1");
        step.choices().forEach(each -> way(each.label(), each.to()));
    }

    String key() {
        return key;
    }

    String place() {
        return "guide[" + key + "]";
    }

    Div head() {
        return head;
    }

    Div row() {
        return row;
    }

    void focus() {
        en.focus();
    }

    /** Says what is wrong with the step as a whole. */
    void wrong(String message) {
        wrong.setText(message);
    }

    private void way(LocalText label, String to) {
        TextField english = Fields.text(Texts.of("studio.edit.guide.choice.en"));
        TextField french = Fields.text(Texts.of("studio.edit.guide.choice.fr"));
        english.setValue(label.en());
        french.setValue(label.fr());
        Select<String> target = new Select<>();
        target.setLabel(Texts.of("studio.edit.guide.to"));
        target.setItems(to);
        target.setValue(to);
        ways.add(new Way(english, french, target));
    }

    /** The steps a choice can lead to; one that is gone stays to be seen as missing. */
    void refill(List<StepForm> all) {
        for (Way way : ways) {
            String to = way.to.getValue();
            List<String> keys = new ArrayList<>(all.stream().map(StepForm::key).toList());
            if (!keys.contains(to)) {
                keys.add(to);
            }
            way.to.setItems(keys);
            way.to.setItemLabelGenerator(each -> number(all, each));
            way.to.setValue(to);
        }
    }

    private static String number(List<StepForm> all, String key) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key.equals(key)) {
                return Texts.of("studio.edit.guide.step", i + 1, all.get(i).words());
            }
        }
        return Texts.of("studio.edit.guide.missing");
    }

    private String words() {
        String text = Words.in(new LocalText(en.getValue(), fr.getValue()));
        return text.length() > 48 ? text.substring(0, 47) + "…" : text;
    }

    /** Registers the fields under the places their problems carry. */
    void register(EditorPart part) {
        part.field(place() + ".text", en);
        part.field(place() + ".text.fr", fr);
        part.field(place() + ".suggests", suggests);
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            String at = place() + ".choices[" + (i + 1) + "]";
            part.field(at + ".label", way.en);
            part.field(at + ".label.fr", way.fr);
            part.field(at + ".to", way.to);
        }
    }

    /** A text in one language only is not finished. */
    void untranslated(List<Problem> problems) {
        untranslated(problems, place() + ".text.fr", en.getValue(), fr.getValue());
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            untranslated(
                    problems, place() + ".choices[" + (i + 1) + "].label.fr", way.en.getValue(), way.fr.getValue());
        }
    }

    private static void untranslated(List<Problem> problems, String place, String english, String french) {
        if (french.isBlank() && !english.isBlank()) {
            problems.add(new Problem(place, Texts.of("studio.edit.french.missing")));
        }
    }

    /** How it reads, and, where it is open, its fields. */
    Div show(List<StepForm> all, boolean open, ActionButton edit, ActionButton remove, Runnable again) {
        row.removeAll();
        head.removeAll();
        Span text = new Span(Words.in(new LocalText(en.getValue(), fr.getValue())));
        text.addClassName("grow");
        head.add(text, edit);
        row.add(head, wrong);
        if (!open) {
            for (Way way : ways) {
                String label = Words.in(new LocalText(way.en.getValue(), way.fr.getValue()));
                row.add(line(label + " → " + number(all, way.to.getValue())));
            }
            if (ways.isEmpty()) {
                String answer = suggests.getValue();
                row.add(line(
                        answer == null || answer.isEmpty()
                                ? Texts.of("studio.edit.guide.end")
                                : Texts.of("studio.edit.guide.end.with", Texts.of("studio.outcome." + answer))));
            }
            return row;
        }
        Div texts = new Div(en, fr);
        texts.addClassNames("fields", "fields-2");
        row.add(texts);
        for (Way way : ways) {
            ActionButton drop = new ActionButton(Texts.of("studio.edit.guide.choice.remove"), click -> {
                        ways.remove(way);
                        again.run();
                    })
                    .link()
                    .iconOnly(Icons.CLOSE);
            Div fields = new Div(way.en, way.fr, way.to);
            fields.addClassNames("fields", "fields-3", "grow");
            Div choice = new Div(fields, drop);
            choice.addClassNames("row", "treatment");
            row.add(choice);
        }
        ActionButton more = new ActionButton(Texts.of("studio.edit.guide.choice.add"), click -> {
                    way(LocalText.same(""), all.getLast().key);
                    again.run();
                })
                .icon(Icons.PLUS);
        Div tools = new Div(more, remove);
        tools.addClassNames("row", "wrap");
        if (ways.isEmpty()) {
            row.add(suggests);
        }
        row.add(tools);
        return row;
    }

    private static Span line(String words) {
        Span line = new Span(words);
        line.addClassNames("small", "muted");
        return line;
    }

    GuideStep step() {
        return new GuideStep(
                key,
                new LocalText(en.getValue().strip(), fr.getValue().strip()),
                ways.stream()
                        .map(each -> new GuideStep.Choice(
                                new LocalText(
                                        each.en.getValue().strip(),
                                        each.fr.getValue().strip()),
                                each.to.getValue() == null ? "" : each.to.getValue()))
                        .toList(),
                !ways.isEmpty()
                                || suggests.getValue() == null
                                || suggests.getValue().isEmpty()
                        ? null
                        : Outcome.of(suggests.getValue()));
    }
}
