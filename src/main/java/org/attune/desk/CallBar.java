package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.Verified;
import org.attune.interaction.WrapUp;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** In the top bar: how the open conversation stands, since when, from which number, and whether the call came or went. */
final class CallBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient Runnable somebodyElse;
    private transient @Nullable Interaction shown;

    CallBar(DeskServices services, Runnable somebodyElse) {
        this.services = services;
        this.somebodyElse = somebodyElse;
        addClassNames("row", "call");
    }

    /** Shows a conversation, or nothing. */
    void show(@Nullable Interaction interaction) {
        shown = interaction;
        removeAll();
        setVisible(interaction != null);
        if (interaction == null) {
            return;
        }
        Instant held = interaction.line().heldSince();
        boolean wrapUp = interaction.state() == State.WRAP_UP;
        Instant hungUp = interaction.line().hungUpAt();
        Span dot = new Span();
        dot.addClassName(wrapUp || held != null ? "dot" : "dot-live");
        Span timer = new Span("0:00");
        timer.addClassNames("timer", "tnum");
        Instant since = held != null ? held : wrapUp && hungUp != null ? hungUp : interaction.openedAt();
        timer.getElement().setAttribute("data-since", Long.toString(since.toEpochMilli()));
        Instant due = wrapUp
                ? services.wrapUps()
                        .of(interaction.id(), interaction.agent())
                        .map(WrapUp::dueAt)
                        .orElse(null)
                : null;
        if (due != null) {
            timer.setText(left(due, services.clock().instant()));
            timer.getElement().setAttribute("data-until", Long.toString(due.toEpochMilli()));
        }
        Span channel = new Span(Words.of(
                services.vocabulary().label(Kind.CHANNEL, interaction.channel().key())));
        channel.addClassName("muted");
        Div chip = new Div(dot, channel, new Span(state(interaction)), timer);
        chip.addClassNames("chip", "strong");
        chip.setClassName("stale", held != null);
        add(chip);
        boolean known = interaction.line().call() != null || interaction.caller() != null;
        if (known && !services.care().discreet(interaction)) {
            Span number = new Span(CallWords.masked(interaction.caller()));
            number.addClassNames("muted", "tnum");
            add(number);
        }
        if (interaction.customer() != null) {
            add(verified(interaction));
        }
        String from = interaction.line().cameFrom();
        if (from != null) {
            Span came = new Span(Texts.of("desk.call.from", CallWords.colleague(services, from)));
            came.addClassNames("muted", "clip");
            add(came);
        }
        if (interaction.line().call() != null && interaction.customer() != null) {
            add(new ActionButton(Texts.of("desk.caller.other"), click -> somebodyElse.run()).link());
        }
    }

    private ActionButton verified(Interaction interaction) {
        Verified proof = services.interactions().verified(interaction).orElse(null);
        ActionButton button = new ActionButton(
                        Texts.of(proof == null ? "desk.verified.not" : "desk.verified"), click -> toggleVerified())
                .icon(proof == null ? Icons.USER : Icons.CHECK)
                .key("P");
        button.addClassNames("verify", proof == null ? "stale" : "proved");
        button.getElement().setAttribute("aria-pressed", Boolean.toString(proof != null));
        if (proof == null) {
            button.setTitle(Texts.of("desk.verified.ask"));
        } else {
            String by = proof.by().equals(Verified.TELEPHONE)
                    ? Texts.of("desk.verified.telephone")
                    : CallWords.colleague(services, proof.by());
            button.setTitle(Texts.of("desk.verified.by", by, services.formats().time(proof.at())));
        }
        return button;
    }

    /** The agent says that the customer has proved who they are, or that not. */
    void toggleVerified() {
        Interaction now = shown;
        if (now != null && now.customer() != null) {
            services.interactions()
                    .verify(
                            now.id(),
                            now.agent(),
                            services.interactions().verified(now).isEmpty());
            show(now);
        }
    }

    /** Minutes and seconds until then, as attune-desk.js goes on counting; never below nothing. */
    static String left(Instant due, Instant now) {
        long seconds = Math.max(0, Duration.between(now, due).plusMillis(999).toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** What the chip says. */
    String state(Interaction interaction) {
        String went = interaction.line().wentTo();
        if (went != null) {
            return Texts.of("desk.call.went", CallWords.colleague(services, went));
        }
        if (interaction.state() == State.WRAP_UP) {
            return Texts.of("desk.call.wrapup");
        }
        return interaction.line().heldSince() == null
                ? Setting.say(interaction, "desk.talking")
                : Texts.of("desk.call.held");
    }
}
