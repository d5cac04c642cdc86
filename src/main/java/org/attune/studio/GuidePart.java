package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.GuideStep;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The guide through an action as a list that reads like a talk; one step at a time is open to be changed. What is wrong stands at its step. */
class GuidePart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private final List<StepForm> steps = new ArrayList<>();
    private final OrderedList list = new OrderedList();
    private final Span whole = new Span();
    private @Nullable StepForm open;

    GuidePart(Runnable onChange) {
        super(Texts.of("studio.field.guide"), onChange);
        Paragraph hint = new Paragraph(Texts.of("studio.edit.guide.hint"));
        hint.addClassNames("muted", "small");
        list.addClassName("guide-list");
        whole.addClassName("guide-wrong");
        Div adder = new Div(new ActionButton(Texts.of("studio.edit.guide.add"), click -> addStep()).icon(Icons.PLUS));
        adder.addClassName("row");
        add(hint, whole, list, adder);
    }

    @Override
    void show(Action action) {
        open = null;
        steps.clear();
        action.guide().forEach(each -> steps.add(new StepForm(each)));
        register();
        paint();
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        draft.guide = steps.stream().map(StepForm::step).toList();
        for (StepForm each : steps) {
            each.untranslated(problems);
        }
    }

    @Override
    @Nullable
    Component mark(String place, String message) {
        if (!place.startsWith("guide")) {
            return null;
        }
        for (StepForm each : steps) {
            if (place.startsWith(each.place())) {
                Component field = super.mark(place, message);
                if (field == null) {
                    each.wrong(message);
                }
                open = each;
                paintKeeping();
                return field == null ? each.row() : field;
            }
        }
        whole.setText(message);
        return whole;
    }

    @Override
    void unmarkAll() {
        super.unmarkAll();
        whole.setText("");
        steps.forEach(each -> each.wrong(""));
    }

    private void paint() {
        whole.setText("");
        paintKeeping();
    }

    private void paintKeeping() {
        list.removeAll();
        for (StepForm each : steps) {
            ActionButton edit = new ActionButton(
                            Texts.of(each == open ? "studio.edit.guide.fold" : "studio.edit.guide.edit"), click -> {
                                open = each == open ? null : each;
                                paintKeeping();
                            })
                    .link();
            ActionButton remove = new ActionButton(Texts.of("studio.edit.guide.remove"), click -> {
                        steps.remove(each);
                        open = null;
                        again();
                    })
                    .link()
                    .danger();
            list.add(new ListItem(each.show(steps, each == open, edit, remove, this::again)));
        }
    }

    private void register() {
        forgetFields();
        steps.forEach(each -> {
            each.refill(steps);
            each.register(this);
        });
    }

    private void again() {
        register();
        paintKeeping();
        changed();
    }

    private void addStep() {
        StepForm added = new StepForm(new GuideStep(
                free("step", steps.stream().map(StepForm::key).toList()), LocalText.same(""), List.of(), null));
        steps.add(added);
        open = added;
        again();
        added.focus();
    }

    /** The first of {@code word-1}, {@code word-2} ... that is not taken. */
    static String free(String word, Collection<String> taken) {
        int number = 1;
        while (taken.contains(word + "-" + number)) {
            number++;
        }
        return word + "-" + number;
    }
}
