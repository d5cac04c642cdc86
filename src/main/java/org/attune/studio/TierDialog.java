package org.attune.studio;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Issue;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.strategy.Strategies;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One issue or group: its name and the rules it asks before those of everything in it. What is wrong stands at its field. */
class TierDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField en = Fields.text(Texts.of("studio.tier.label.en"));
    private final TextField fr = Fields.text(Texts.of("studio.tier.label.fr"));
    private final TextField key = Fields.text(Texts.of("studio.new.key"));
    private final ComboBox<String> issue = new ComboBox<>(Texts.of("studio.column.issue"));
    private final Map<String, RuleField> rules = new LinkedHashMap<>();
    private final Map<String, HasValidationProperties> places = new LinkedHashMap<>();
    private final Div wrong = new Div();
    private final transient @Nullable Tier base;
    private final transient Consumer<Tier> save;
    private RuleField latest;
    private boolean ownKey;

    /**
     * @param base null for a new one
     * @param inIssue the issue of a group, null when it is an issue
     * @param free gives the next key nobody has
     */
    TierDialog(
            String title,
            @Nullable Tier base,
            @Nullable String inIssue,
            Catalog catalog,
            Strategies strategies,
            AttributeDictionary dictionary,
            UnaryOperator<String> free,
            Consumer<Tier> save) {
        this.base = base;
        this.save = save;
        setHeaderTitle(title);
        setWidth("min(760px, 94vw)");
        setCloseOnOutsideClick(false);
        for (String tier : new String[] {"eligibility", "applicability", "suitability"}) {
            RuleField rule = new RuleField(
                    Texts.of("studio.field." + tier), Texts.of("studio.rule." + tier), strategies::checkRule);
            rule.source().addFocusListener(focus -> latest = rule);
            rules.put(tier, rule);
        }
        latest = rules.values().iterator().next();
        issue.setItems(catalog.issues().stream().map(Issue::key).toList());
        issue.setItemLabelGenerator(each -> issueName(catalog, each));
        issue.setManualValidation(true);
        issue.setVisible(inIssue != null);
        key.setVisible(base == null);
        key.setHelperText(Texts.of("studio.new.key.hint"));
        key.addValueChangeListener(change -> ownKey |= change.isFromClient());
        en.addValueChangeListener(change -> {
            if (base == null && !ownKey) {
                key.setValue(free.apply(Words.key(en.getValue())));
            }
        });
        places.put("label", en);
        places.put("key", key);
        places.put("issue", issue);
        fill(inIssue);
        Div names = new Div(en, fr, issue, key);
        names.addClassNames("fields", "fields-2");
        Paragraph words =
                new Paragraph(Texts.of(inIssue == null ? "studio.tier.issue.words" : "studio.tier.group.words"));
        words.addClassName("muted");
        wrong.getElement().setAttribute("role", "alert");
        Div all = new Div(names, words);
        rules.values().forEach(all::add);
        all.add(new RuleNames(strategies.ruleNames(), dictionary, name -> latest.insert(name)), wrong);
        all.addClassName("stack");
        add(all);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("studio.save"), click -> store()).primary());
        en.focus();
    }

    private void fill(@Nullable String inIssue) {
        Tier shown = base == null ? new Tier("", LocalText.same(""), inIssue, Engagement.NONE) : base;
        en.setValue(shown.label().en());
        fr.setValue(shown.label().fr());
        key.setValue(shown.key());
        issue.setValue(shown.issue());
        set("eligibility", shown.engagement().eligibility());
        set("applicability", shown.engagement().applicability());
        set("suitability", shown.engagement().suitability());
    }

    private void set(String tier, String source) {
        rule(tier).source().setValue(source);
    }

    private RuleField rule(String tier) {
        return java.util.Objects.requireNonNull(rules.get(tier), tier);
    }

    private String typed(String tier) {
        return rule(tier).source().getValue();
    }

    private static String issueName(Catalog catalog, String key) {
        Issue known = catalog.issue(key);
        return known == null ? key : Words.in(known.label());
    }

    private void store() {
        places.values().forEach(each -> each.setInvalid(false));
        wrong.removeAll();
        String chosen = issue.getValue();
        Tier typed = new Tier(
                key.getValue().strip(),
                new LocalText(en.getValue().strip(), fr.getValue().strip()),
                issue.isVisible() ? chosen == null ? "" : chosen : null,
                new Engagement(typed("eligibility"), typed("applicability"), typed("suitability")));
        if (typed.equals(base)) {
            close();
            return;
        }
        try {
            save.accept(typed);
            close();
        } catch (InvalidException e) {
            rules.values().forEach(RuleField::check);
            e.problems().forEach(this::mark);
        } catch (ConflictException e) {
            say(e.getMessage());
        }
    }

    private void mark(Problem problem) {
        String place = problem.place().replaceAll("^[a-z]+\\[[^]]*]\\.?", "");
        String message = problem.message(Language.of(Texts.locale()));
        HasValidationProperties field = places.get(place);
        if (field != null) {
            field.setErrorMessage(message);
            field.setInvalid(true);
        } else if (!place.startsWith("engagement.")) {
            say(message);
        }
    }

    private void say(String message) {
        Paragraph line = new Paragraph(message);
        line.addClassNames("banner", "bad");
        wrong.add(line);
    }
}
