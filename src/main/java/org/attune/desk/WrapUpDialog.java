package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.attune.interaction.Interaction;
import org.attune.interaction.WrapUp;
import org.attune.interaction.WrapUpCode;
import org.attune.interaction.WrapUpMode;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/**
 * Wrap-up: a code, which is proposed, and a summary, which is composed. Enter finishes, a digit chooses, Esc goes back to the
 * conversation. What is chosen and written is kept at each step, for a refresh and for the time when nobody comes back.
 */
final class WrapUpDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient Interaction conversation;
    private final transient Runnable finished;
    private final CodeChoice codes;
    private final SummaryField summary;
    private final Div wrong = new Div();
    /** In a branch: that a code is chosen, not which. */
    private final Div noted = new Div();

    private boolean byHand;

    /**
     * @param name of the customer
     * @param finished called when the conversation is over
     */
    WrapUpDialog(DeskServices services, Interaction conversation, WrapUp wrapUp, String name, Runnable finished) {
        this.services = services;
        this.conversation = conversation;
        this.finished = finished;
        setHeaderTitle(Texts.of("wrapup.title", name));
        addClassName("wrap-up");
        setWidth("min(620px, 94vw)");
        setCloseOnOutsideClick(false);
        SummaryFacts facts =
                services.told().facts(conversation, services.clock().instant());
        boolean optional = wrapUp.rule().mode() == WrapUpMode.OPTIONAL;
        Veil veil = new Veil(Setting.isBranch(conversation));
        codes = new CodeChoice(wrapUp.rule().codes(), optional, veil, this::chosen);
        String chosen = wrapUp.code();
        byHand = chosen != null;
        codes.show(
                chosen == null
                        ? wrapUp.rule().proposed(facts.hints())
                        : wrapUp.rule().code(chosen));
        Language language = wrapUp.language() == null ? Words.language() : wrapUp.language();
        LocalText composed =
                conversation.customer() == null ? LocalText.same("") : SummaryDraft.of(facts, services.texts());
        summary = new SummaryField(composed, language, wrapUp.text(), this::keep);
        wrong.addClassName("wrong");
        wrong.getElement().setAttribute("role", "alert");
        Div content = new Div(codes, wrong);
        content.addClassNames("stack", "wrap-up-content");
        if (conversation.customer() != null) {
            content.addComponentAtIndex(1, veil.over(summary));
        }
        if (veil.isThere()) {
            content.addClassName("veil-content");
            noted.addClassName("muted");
            noted.getElement().setAttribute("role", "status");
            noted.setText(codes.value() == null ? "" : Texts.of("branch.code.proposed"));
            content.addComponentAsFirst(new RevealBar(veil));
            content.addComponentAtIndex(2, noted);
        }
        add(content);
        Instant due = wrapUp.dueAt();
        if (due != null) {
            getHeader().add(countdown(due, services.clock().instant()));
        }
        ActionButton finish = new ActionButton(Texts.of("wrapup.finish"), click -> finish())
                .primary()
                .key("Enter");
        finish.addClassName("wrap-up-finish");
        // Ctrl+Enter from the text: see attune-desk.js.
        finish.getElement().setAttribute("aria-keyshortcuts", "Enter Control+Enter");
        getFooter().add(new ActionButton(Texts.of("wrapup.back"), click -> close()).key("Esc"), finish);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                finish.focus();
            }
        });
        services.wrapUps().draft(conversation.id(), conversation.agent(), chosen, wrapUp.text(), language);
    }

    private static Span countdown(Instant due, Instant now) {
        Span left = new Span(CallBar.left(due, now));
        left.addClassNames("timer", "tnum");
        left.getElement().setAttribute("data-until", Long.toString(due.toEpochMilli()));
        Span soon = new Span(); // filled by attune-desk.js ten seconds before the end
        soon.addClassName("sr-only");
        soon.getElement().setAttribute("role", "status");
        soon.getElement().setAttribute("data-soon", Texts.of("wrapup.soon"));
        Span chip = new Span(new Span(Texts.of("wrapup.left")), left, soon);
        chip.addClassNames("chip", "strong", "countdown");
        return chip;
    }

    /** A digit was pressed outside the text. */
    void digit(int digit) {
        codes.digit(digit);
    }

    private void chosen() {
        byHand = true;
        wrong.setText("");
        noted.setText(Texts.of("branch.code.chosen"));
        keep();
    }

    /** What was only proposed is no choice: when the time is over, it does not count. */
    private void keep() {
        WrapUpCode code = byHand ? codes.value() : null;
        services.wrapUps()
                .draft(
                        conversation.id(),
                        conversation.agent(),
                        code == null ? null : code.key(),
                        summary.written(),
                        summary.language());
    }

    private void finish() {
        WrapUpCode code = codes.value();
        try {
            services.wrapUps()
                    .finish(
                            conversation.id(),
                            conversation.agent(),
                            code == null ? null : code.key(),
                            conversation.customer() == null ? null : summary.value(),
                            summary.language());
        } catch (InvalidException e) {
            wrong.setText(words(e.problems().getFirst()));
            return;
        } catch (ConflictException e) {
            Notify.info(e);
        }
        close();
        finished.run();
    }

    private static String words(Problem problem) {
        return problem.message(Words.language());
    }
}
