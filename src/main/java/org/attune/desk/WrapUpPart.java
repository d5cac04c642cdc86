package org.attune.desk;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.function.Consumer;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.WrapUp;
import org.attune.interaction.WrapUpMode;
import org.attune.kernel.AttuneException;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The end of conversations at the desk: what W does, the dialog, and what is said when the time was over. */
final class WrapUpPart {
    private final DeskServices services;
    private final Component desk;
    private final Runnable away;
    private final Consumer<String> announce;
    private @Nullable WrapUpDialog dialog;

    /**
     * @param away leaves the conversation, which is over
     * @param announce reads out what happened by itself, politely
     */
    WrapUpPart(DeskServices services, Component desk, Runnable away, Consumer<String> announce) {
        this.services = services;
        this.desk = desk;
        this.away = away;
        this.announce = announce;
        desk.addDetachListener(event -> leave());
    }

    /** What the button says: to end, or to wrap up. */
    String label(@Nullable Interaction conversation) {
        if (conversation == null) {
            return Texts.of("desk.end");
        }
        return asks(conversation) ? Texts.of("wrapup.begin") : Setting.say(conversation, "desk.end");
    }

    private boolean asks(Interaction conversation) {
        return services.wrapUps().rule(conversation).mode() != WrapUpMode.NONE;
    }

    /** The agent ends a conversation: at once, or by a code and a summary, as its queue wants it. */
    void end(@Nullable Interaction conversation) {
        if (conversation == null || isOpen()) {
            return;
        }
        try {
            if (asks(conversation)) {
                open(conversation);
            } else {
                services.wrapUps().finish(conversation.id(), conversation.agent(), null, null, Words.language());
                away.run();
            }
        } catch (AttuneException e) {
            Notify.info(e);
            away.run();
        }
    }

    private void open(Interaction conversation) {
        WrapUp wrapUp = services.wrapUps().begin(conversation.id(), conversation.agent());
        WrapUpDialog next =
                new WrapUpDialog(services, conversation, wrapUp, CallWords.who(services, conversation), away);
        dialog = next;
        next.open();
    }

    /** A conversation is on the page again: a wrap-up that has begun goes on. */
    void resume(Interaction conversation) {
        if (conversation.state() == State.WRAP_UP && asks(conversation)) {
            end(conversation);
        }
    }

    /** The line went. The dialog opens by itself only when the agent's hands are free: nobody's typing is interrupted. */
    void hungUp(Interaction conversation) {
        WrapUp wrapUp =
                services.wrapUps().of(conversation.id(), conversation.agent()).orElse(null);
        if (wrapUp == null || wrapUp.rule().mode() == WrapUpMode.NONE || isOpen()) {
            return;
        }
        announce.accept(
                wrapUp.dueAt() == null
                        ? Setting.say(conversation, "wrapup.begun")
                        : Setting.say(
                                conversation,
                                "wrapup.begun.timed",
                                Duration.between(wrapUp.begunAt(), wrapUp.dueAt())
                                        .toSeconds()));
        desk.getElement()
                .executeJs("return !!window.attuneDesk && window.attuneDesk.idle()")
                .then(Boolean.class, idle -> {
                    if (idle) {
                        end(conversation);
                    }
                });
    }

    /** The conversation is over; says so when it was the clock that ended it. */
    void over(Interaction conversation) {
        leave();
        services.wrapUps()
                .of(conversation.id(), conversation.agent())
                .filter(WrapUp::timedOut)
                .ifPresent(done -> Notify.info(Setting.say(
                        conversation, "wrapup.timed-out", done.label() == null ? "" : Words.of(done.label()))));
    }

    /** A key of the desk; true when it was for the wrap-up. */
    boolean key(String key) {
        WrapUpDialog open = dialog;
        if (open == null || !open.isOpened()) {
            return false;
        }
        if (key.matches("[0-9]")) {
            open.digit(Integer.parseInt(key));
        }
        return true;
    }

    /** The page goes to another conversation. */
    void leave() {
        WrapUpDialog open = dialog;
        dialog = null;
        if (open != null) {
            open.close();
            open.removeFromParent();
        }
    }

    private boolean isOpen() {
        return dialog != null && dialog.isOpened();
    }
}
