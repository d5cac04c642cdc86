package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.Problem;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The engagement policy: the action's own three rules below those of its issue and group. */
class RulesPart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Function<Engagement, String>> TIERS = tiers();

    private final Map<String, RuleField> rules = new LinkedHashMap<>();
    private final Map<String, Div> inherited = new LinkedHashMap<>();
    private RuleField latest;

    RulesPart(
            Function<String, List<Problem>> check,
            Set<String> names,
            AttributeDictionary dictionary,
            Runnable onChange) {
        super(Texts.of("studio.edit.rules"), onChange);
        for (String tier : TIERS.keySet()) {
            RuleField rule = new RuleField(Texts.of("studio.field." + tier), Texts.of("studio.rule." + tier), check);
            rule.source().addFocusListener(focus -> latest = rule);
            rule.source().addValueChangeListener(change -> changed());
            Div above = new Div();
            above.addClassName("rule-above");
            rules.put(tier, rule);
            inherited.put(tier, above);
            Div block = new Div(above, rule);
            block.addClassName("rule-block");
            add(block);
        }
        latest = rules.values().iterator().next();
        add(new RuleNames(names, dictionary, name -> latest.insert(name)));
    }

    @Override
    void show(Action action) {
        rules.forEach((tier, rule) -> {
            rule.source().setValue(tier(tier, action.engagement()));
            rule.check();
        });
    }

    /** Shows the rules asked before. */
    void showInherited(Issue issue, Group group) {
        inherited.forEach((tier, above) -> {
            above.removeAll();
            addInherited(above, Words.in(issue.label()), tier(tier, issue.engagement()));
            addInherited(above, Words.in(group.label()), tier(tier, group.engagement()));
        });
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        draft.eligibility = typed("eligibility");
        draft.applicability = typed("applicability");
        draft.suitability = typed("suitability");
    }

    @Override
    @Nullable
    Component mark(String place, String message) {
        // "engagement.suitability 1:14": the field says more by checking itself.
        String tier = place.replaceFirst("^engagement\\.", "").replaceFirst(" .*$", "");
        RuleField rule = place.startsWith("engagement.") ? rules.get(tier) : null;
        if (rule == null) {
            return null;
        }
        rule.check();
        return rule.source();
    }

    @Override
    void unmarkAll() {
        rules.values().forEach(RuleField::check);
    }

    private String typed(String tier) {
        RuleField rule = rules.get(tier);
        return rule == null ? "" : rule.source().getValue();
    }

    private static String tier(String tier, Engagement engagement) {
        Function<Engagement, String> read = TIERS.get(tier);
        return read == null ? "" : read.apply(engagement);
    }

    private static void addInherited(Div above, String from, String rule) {
        if (!rule.isBlank()) {
            above.add(RuleField.inherited(from, rule));
        }
    }

    private static Map<String, Function<Engagement, String>> tiers() {
        Map<String, Function<Engagement, String>> tiers = new LinkedHashMap<>();
        tiers.put("eligibility", Engagement::eligibility);
        tiers.put("applicability", Engagement::applicability);
        tiers.put("suitability", Engagement::suitability);
        return tiers;
    }
}
