package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.interaction.WrapUpCode;
import org.attune.interaction.WrapUpMode;
import org.attune.interaction.WrapUpRule;
import org.attune.interaction.WrapUpRules;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The rule of one queue beside the list: changed, made anew, removed. What is wrong is marked where it stands. */
class WrapUpPanel extends Card {
    private static final long serialVersionUID = 1L;

    private static final Pattern CODE = Pattern.compile("codes\\[(\\d+)]");
    private static final int USUAL_SECONDS = 60;

    private final transient WrapUpRules rules;
    private final transient Consumer<String> changed;
    private final String who;
    private final SectionTitle title = new SectionTitle("");
    private final TextField queue = Fields.text(Texts.of("wrapup.rule.queue"));
    private final Select<WrapUpMode> mode = new Select<>();
    private final IntegerField seconds = Fields.integer(Texts.of("wrapup.rule.seconds"));
    private final Paragraph hint = new Paragraph();
    private final WrapUpCodes codes = new WrapUpCodes();
    private final Div codesWrong = new Div();
    private final TextField timeoutEn = Fields.text(Texts.of("wrapup.rule.timeout.en"));
    private final TextField timeoutFr = Fields.text(Texts.of("wrapup.rule.timeout.fr"));
    private final Div ofCodes = new Div();
    private final Div ofTime = new Div();
    private final ActionButton remove;
    private transient @Nullable WrapUpRule base;

    /** @param changed told which queue was kept; empty when it was removed */
    WrapUpPanel(WrapUpRules rules, String who, Consumer<String> changed) {
        this.rules = rules;
        this.who = who;
        this.changed = changed;
        addClassNames("stack", "fill", "scroll");
        named(Texts.of("wrapup.rule.panel"));
        queue.setHelperText(Texts.of("wrapup.rule.queue.hint"));
        queue.setMaxLength(80);
        mode.setLabel(Texts.of("wrapup.rule.mode"));
        mode.setItems(WrapUpMode.values());
        mode.setItemLabelGenerator(WrapUpPanel::label);
        mode.setManualValidation(true);
        mode.addValueChangeListener(change -> paint());
        seconds.setStep(10);
        seconds.setStepButtonsVisible(true);
        hint.addClassNames("muted", "small");
        Div fields = new Div(queue, mode, seconds);
        fields.addClassNames("fields", "wrapup-head");
        Paragraph keys = new Paragraph(Texts.of("wrapup.rule.keys"));
        keys.addClassNames("muted", "small");
        codesWrong.addClassName("wrong");
        codesWrong.getElement().setAttribute("role", "alert");
        ofCodes.addClassNames("stack", "tight");
        ofCodes.add(new H3(Texts.of("wrapup.rule.codes")), keys, codes, codesWrong);
        ofTime.addClassNames("fields", "fields-2");
        ofTime.add(timeoutEn, timeoutFr);
        remove = new ActionButton(Texts.of("wrapup.rule.remove"), click -> remove())
                .link()
                .danger();
        title.end(remove, new ActionButton(Texts.of("wrapup.rule.save"), click -> save()).primary());
        add(title, fields, hint, ofTime, ofCodes);
    }

    static String label(WrapUpMode each) {
        return Texts.of("wrapup.rule.mode." + each.key());
    }

    static String name(WrapUpRule rule) {
        return rule.queue().isEmpty() ? Texts.of("wrapup.rule.others") : SystemNames.queue(rule.queue());
    }

    final void startNew() {
        fill(new WrapUpRule("", WrapUpMode.OPTIONAL, 0, java.util.List.of(), WrapUpRule.NOT_CHOSEN));
        base = null;
        queue.setVisible(true);
        queue.setReadOnly(false);
        remove.setVisible(false);
        title.setText(Texts.of("wrapup.rules.new"));
        queue.focus();
    }

    void show(WrapUpRule rule) {
        fill(rule);
        base = rule;
        queue.setReadOnly(true);
        queue.setVisible(!rule.queue().isEmpty());
        remove.setVisible(!rule.queue().isEmpty());
        title.setText(name(rule));
    }

    private void fill(WrapUpRule rule) {
        unmark();
        queue.setValue(rule.queue());
        mode.setValue(rule.mode());
        seconds.setValue(rule.seconds() == 0 ? USUAL_SECONDS : rule.seconds());
        codes.show(rule.codes());
        timeoutEn.setValue(rule.timeout().label().en());
        timeoutFr.setValue(rule.timeout().label().fr());
        paint();
    }

    private void paint() {
        WrapUpMode now = mode.getValue();
        hint.setText(Texts.of("wrapup.rule.mode." + now.key() + ".hint"));
        seconds.setVisible(now == WrapUpMode.TIMED);
        ofTime.setVisible(now == WrapUpMode.TIMED);
        ofCodes.setVisible(now != WrapUpMode.NONE);
    }

    private void save() {
        unmark();
        Integer typed = seconds.getValue();
        boolean timed = mode.getValue() == WrapUpMode.TIMED;
        WrapUpRule rule = new WrapUpRule(
                queue.getValue(),
                mode.getValue(),
                timed ? (typed == null ? -1 : typed) : 0,
                codes.read(),
                new WrapUpCode(
                        WrapUpRule.NOT_CHOSEN.key(),
                        new LocalText(
                                timeoutEn.getValue().strip(),
                                timeoutFr.getValue().strip()),
                        WrapUpRule.NOT_CHOSEN.fits()));
        try {
            rules.save(base, rule, who);
            Notify.success(Texts.of("wrapup.rule.saved"));
            changed.accept(rule.queue());
        } catch (InvalidException e) {
            e.problems().forEach(this::mark);
        } catch (StaleException e) {
            theirs(rule.queue());
        }
    }

    private void remove() {
        WrapUpRule before = base;
        if (before != null) {
            try {
                rules.remove(before, who);
                Notify.success(Texts.of("wrapup.rule.removed"));
                changed.accept(WrapUpRule.OTHERS);
            } catch (StaleException e) {
                theirs(before.queue());
            }
        }
    }

    /** Somebody else was quicker. */
    private void theirs(String name) {
        Notify.error(Texts.of("wrapup.rule.stale"));
        changed.accept(rules.own(name).isPresent() ? name : WrapUpRule.OTHERS);
    }

    private void mark(Problem problem) {
        String message = problem.message(Language.of(Texts.locale()));
        Matcher code = CODE.matcher(problem.place());
        if (code.matches()) {
            codes.mark(Integer.parseInt(code.group(1)), message);
            return;
        }
        switch (problem.place()) {
            case "queue" -> {
                queue.setErrorMessage(message);
                queue.setInvalid(true);
            }
            case "seconds" -> {
                seconds.setErrorMessage(Texts.of("wrapup.rule.seconds.wrong"));
                seconds.setInvalid(true);
            }
            case "timeout" -> {
                timeoutEn.setErrorMessage(message);
                timeoutEn.setInvalid(true);
            }
            default -> codesWrong.setText(message);
        }
    }

    private void unmark() {
        queue.setInvalid(false);
        seconds.setInvalid(false);
        timeoutEn.setInvalid(false);
        codesWrong.setText("");
        codes.unmark();
    }
}
