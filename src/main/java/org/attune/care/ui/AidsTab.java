package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.List;
import org.attune.care.Findings;
import org.attune.care.Findings.Says;
import org.attune.care.Question;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** The benefits finder: one question at a time, as long as an answer can still change something. */
final class AidsTab extends CareTab {
    private static final long serialVersionUID = 1L;
    private static final int TO_CHECK = 12;

    private final Div question = new Div();
    private final Span counts = new Span();
    private final Div list = new Div();
    private final ConsentBox consent = new ConsentBox("care.consent");

    AidsTab(Host host) {
        super(host);
        question.addClassNames("stack", "tight", "care-question");
        counts.addClassName("muted");
        counts.getElement().setAttribute("aria-live", "polite");
        list.addClassName("stack");
        Div keep = Words.row(
                counts,
                consent,
                new ActionButton(Texts.of("care.aids.keep"), click -> keep()),
                new ActionButton(Texts.of("care.aids.forget"), click -> forget()).link());
        add(question, keep, list);
    }

    @Override
    String title() {
        return Texts.of("care.aids");
    }

    @Override
    void refresh() {
        CareDraft draft = draft();
        if (!draft.answersBegun) {
            draft.answers.clear();
            draft.answers.putAll(services().benefits().known(customer()));
        }
        Findings findings = services().benefits().look(draft.answers, draft.skipped);
        ask(findings);
        counts.setText(Texts.of(
                "care.aids.counts",
                formats().count(findings.count(Says.LIKELY)),
                formats().count(findings.count(Says.CHECK)),
                formats().count(findings.count(Says.NO))));
        list.removeAll();
        show(findings, Says.LIKELY, Integer.MAX_VALUE);
        show(findings, Says.CHECK, TO_CHECK);
        list.add(Words.muted(Texts.of("care.aids.promise")));
    }

    @Override
    void changed() {
        // The agent is in the middle of a question; nothing of it depends on others.
    }

    private void show(Findings findings, Says says, int most) {
        List<Findings.Finding> some = findings.findings().stream()
                .filter(each -> each.says() == says)
                .limit(most)
                .toList();
        if (!some.isEmpty()) {
            H3 head = new H3(Texts.of("care.says." + says.name().toLowerCase(java.util.Locale.ROOT)));
            head.addClassName("overline");
            list.add(head);
            some.forEach(each -> list.add(new AidDetails(each, services())));
        }
    }

    private void ask(Findings findings) {
        question.removeAll();
        Question next = findings.next();
        if (next == null) {
            question.add(new Span(Texts.of("care.aids.done")));
        } else {
            H3 label = new H3(Words.of(next.label()));
            question.add(label, Words.muted(Texts.of("care.aids.settles", findings.canChange())));
            if (next.personal()) {
                question.add(Words.muted(Texts.of("care.aids.personal")));
            }
            question.add(answers(next));
        }
        Div given = Words.row();
        if (!draft().answers.isEmpty()) {
            given.add(new ActionButton(Texts.of("care.aids.back"), click -> back()).link());
        }
        question.add(given);
    }

    private Div answers(Question next) {
        Div row = Words.row();
        switch (next.type()) {
            case YESNO -> {
                row.add(new ActionButton(Texts.of("care.yes"), click -> answer(next, true)));
                row.add(new ActionButton(Texts.of("care.no"), click -> answer(next, false)));
            }
            case CHOICE ->
                next.options().stream()
                        .filter(each -> !next.key().equals("area")
                                || each.key().startsWith(draft().answers.getOrDefault("country", "") + "-"))
                        .forEach(each ->
                                row.add(new ActionButton(Words.of(each.label()), click -> answer(next, each.key()))));
            case NUMBER -> {
                BigDecimalField number = new BigDecimalField();
                number.setAriaLabel(Words.of(next.label()));
                number.setLocale(Texts.locale());
                Runnable take = () -> {
                    BigDecimal value = number.getValue();
                    if (value != null && value.signum() >= 0) {
                        answer(next, value.doubleValue());
                    }
                };
                number.addKeyPressListener(com.vaadin.flow.component.Key.ENTER, press -> take.run());
                row.add(number, new ActionButton(Texts.of("care.aids.answer"), click -> take.run()));
            }
        }
        row.add(new ActionButton(Texts.of("care.aids.skip"), click -> {
                    draft().skipped.add(next.key());
                    refresh();
                })
                .link());
        return row;
    }

    private void answer(Question question, Object answer) {
        CareDraft draft = draft();
        draft.answersBegun = true;
        draft.answers.put(question.key(), answer);
        refresh();
        // The next question follows at once: the focus stays where the answers are.
        this.question
                .getElement()
                .executeJs(
                        "const first = this.querySelector('button, vaadin-big-decimal-field'); first && first.focus()");
    }

    private void back() {
        CareDraft draft = draft();
        List<String> keys = List.copyOf(draft.answers.keySet());
        draft.answersBegun = true;
        draft.answers.remove(keys.getLast());
        draft.skipped.clear();
        refresh();
    }

    private void keep() {
        if (Words.tell(
                () -> services().benefits().keep(customer(), draft().answers, consent.said(), agent()),
                consent::complains)) {
            consent.setValue(false);
            Notify.success(Texts.of("care.aids.kept"));
        }
    }

    private void forget() {
        services().benefits().forget(customer(), agent());
        draft().answers.clear();
        draft().answersBegun = false;
        draft().skipped.clear();
        Notify.success(Texts.of("care.aids.forgotten"));
        refresh();
    }
}
