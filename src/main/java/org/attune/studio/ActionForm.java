package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.customer.Attributes;
import org.attune.kernel.Language;
import org.attune.kernel.Problem;
import org.attune.strategy.Strategies;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** All cards of the editor taken together: shows an action, reads it back, and finds the field a problem is about. */
class ActionForm {
    private final TextsPart texts;
    private final TreatmentsPart treatments;
    private final LegalSentencesPart legal;
    private final GuidePart guide;
    private final RulesPart rules;
    private final ValuesPart values;
    private final ReachPart reach;
    private final PlacePart place;
    private final List<EditorPart> parts;
    private final Preview preview = new Preview();
    private final Supplier<Catalog> catalog;
    private @Nullable Opened shown;

    ActionForm(
            Strategies strategies,
            Supplier<Catalog> catalog,
            Attributes attributes,
            Formats formats,
            Runnable onChange) {
        this.catalog = catalog;
        texts = new TextsPart(onChange);
        treatments = new TreatmentsPart(onChange);
        legal = new LegalSentencesPart(onChange);
        guide = new GuidePart(onChange);
        rules = new RulesPart(strategies::checkRule, strategies.ruleNames(), attributes.dictionary(), onChange);
        values = new ValuesPart(formats, onChange);
        reach = new ReachPart(onChange);
        place = new PlacePart(catalog, onChange);
        parts = List.of(texts, treatments, legal, guide, rules, values, reach, place);
    }

    Div left() {
        return column(texts, treatments, legal, guide, rules);
    }

    Div right(Component last) {
        return column(preview, values, reach, place, last);
    }

    void show(Opened action) {
        shown = action;
        fill(action.action());
    }

    /** Puts a version into the fields without taking it for what is live. */
    void fill(Action action) {
        parts.forEach(part -> part.show(action));
        explain(action);
    }

    /** What the fields say, on top of {@code base}; what cannot be read is a problem. */
    Action read(Action base, List<Problem> problems) {
        ActionDraft draft = new ActionDraft(base);
        parts.forEach(part -> part.write(draft, problems));
        return draft.toAction();
    }

    /** Brings preview, arithmetic and the rules asked before up to date, for the group that is chosen now. */
    void explain(Action action) {
        Opened before = shown;
        if (before != null) {
            Opened now = action.group().equals(before.group().key())
                    ? before
                    : Opened.in(catalog.get(), action, before.isNew());
            preview.show(action, now.issue());
            values.explain(action, now.group(), now.issue());
            rules.showInherited(now.issue(), now.group());
        }
    }

    /** Marks each problem at its field and goes to the first; returns those that have no field here. */
    List<Problem> mark(String action, List<Problem> problems) {
        parts.forEach(EditorPart::unmarkAll);
        List<Problem> homeless = new ArrayList<>();
        Component first = null;
        for (Problem problem : problems) {
            String place = problem.place().replace("actions[" + action + "].", "");
            Component field = null;
            for (EditorPart part : parts) {
                field = field == null ? part.mark(place, problem.message(Language.of(Texts.locale()))) : field;
            }
            if (field == null) {
                homeless.add(problem);
            } else if (first == null) {
                first = field;
            }
        }
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return homeless;
    }

    private static Div column(Component... cards) {
        Div column = new Div(cards);
        column.addClassNames("stack", "scroll", "editor-column");
        return column;
    }
}
