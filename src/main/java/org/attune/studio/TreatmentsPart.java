package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Treatment;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.kernel.Tone;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** The spoken lines: one wording for each tone, in both languages. */
class TreatmentsPart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private record Wording(String key, Tone tone, TextArea en, TextArea fr) {}

    private final List<Wording> wordings = new ArrayList<>();
    private final Div list = new Div();
    private final Div adders = new Div();
    private String action = "";

    TreatmentsPart(Runnable onChange) {
        super(Texts.of("studio.edit.treatments"), onChange);
        list.addClassName("stack");
        adders.addClassNames("row", "wrap");
        add(list, adders);
    }

    @Override
    void show(Action shown) {
        action = shown.key();
        wordings.clear();
        shown.treatments().forEach(each -> add(each.key(), each.tone(), each.script()));
        paint();
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        draft.treatments = wordings.stream()
                .map(each -> new Treatment(
                        each.key(),
                        each.tone(),
                        new LocalText(
                                each.en().getValue().strip(),
                                each.fr().getValue().strip())))
                .toList();
        for (Wording each : wordings) {
            if (each.fr().getValue().isBlank() && !each.en().getValue().isBlank()) {
                problems.add(new Problem(place(each.key()) + ".fr", Texts.of("studio.edit.french.missing")));
            }
        }
    }

    private void add(String key, Tone tone, LocalText script) {
        TextArea en = Fields.area(Texts.of("studio.edit.script.en", Words.of(tone)), 2);
        TextArea fr = Fields.area(Texts.of("studio.edit.script.fr", Words.of(tone)), 2);
        en.setValue(script.en());
        fr.setValue(script.fr());
        wordings.add(new Wording(key, tone, en, fr));
    }

    private void paint() {
        forgetFields();
        list.removeAll();
        for (Wording each : wordings) {
            field(place(each.key()), each.en());
            field(place(each.key()) + ".fr", each.fr());
            list.add(row(each));
        }
        adders.removeAll();
        Arrays.stream(Tone.values())
                .filter(tone -> wordings.stream().noneMatch(each -> each.tone() == tone))
                .forEach(tone -> adders.add(
                        new ActionButton(Texts.of("studio.edit.tone.add", Words.of(tone)), click -> addTone(tone))
                                .icon(Icons.PLUS)));
        if (wordings.isEmpty()) {
            adders.addComponentAsFirst(new Badge(Texts.of("studio.edit.treatments.none"), Badge.Kind.WARN));
        }
    }

    private Div row(Wording wording) {
        ActionButton remove = new ActionButton(
                        Texts.of("studio.edit.tone.remove", Words.of(wording.tone())), click -> remove(wording))
                .link()
                .iconOnly(Icons.CLOSE);
        Div fields = new Div(wording.en(), wording.fr());
        fields.addClassNames("fields", "fields-2", "grow");
        Div row = new Div(fields, remove);
        row.addClassNames("row", "treatment");
        return row;
    }

    private void addTone(Tone tone) {
        add(freeKey(tone), tone, LocalText.same(""));
        paint();
        wordings.getLast().en().focus();
        changed();
    }

    private void remove(Wording wording) {
        wordings.remove(wording);
        paint();
        changed();
    }

    /** A key never used twice in this action, also when an imported document named its wordings in its own way. */
    private String freeKey(Tone tone) {
        String key = action + "-" + tone.key();
        for (int i = 2; taken(key); i++) {
            key = action + "-" + tone.key() + "-" + i;
        }
        return key;
    }

    private boolean taken(String key) {
        return wordings.stream().anyMatch(each -> each.key().equals(key));
    }

    private static String place(String key) {
        return "treatments[" + key + "].script";
    }
}
