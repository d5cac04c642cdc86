package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.kernel.InteractionId;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Says in the top bar that a call rings, or that one is on the line beside the conversation that is open. It has its place there, so
 * that nothing moves and the focus stays where it is.
 */
final class RingNote extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;
    private final transient Consumer<Interaction> take;
    private final transient List<Interaction> waiting = new ArrayList<>();
    /** As they were last read, for when nothing can be read. */
    private final transient Map<InteractionId, String> names = new HashMap<>();

    private transient @Nullable InteractionId open;
    private boolean readAlong;

    RingNote(DeskServices services, Consumer<Interaction> take) {
        this.services = services;
        this.take = take;
        addClassName("ring-note");
        getElement().setAttribute("role", "status");
    }

    /** A call rings or has moved on. */
    void update(Interaction call) {
        waiting.removeIf(each -> each.id().equals(call.id()));
        boolean beside = call.onTheLine()
                && call.line().heldSince() == null
                && !call.id().equals(open);
        if (call.state() == State.RINGING || beside) {
            waiting.add(call);
            if (!services.watch().isAway() || !names.containsKey(call.id())) {
                names.put(call.id(), CallWords.who(services, call));
            }
        } else {
            names.remove(call.id());
        }
        paint();
    }

    /** Who calls, as it was last read. */
    String name(Interaction call) {
        String known = names.get(call.id());
        return known == null ? CallWords.who(services, call) : known;
    }

    /** Which conversation is on the page; null when none is. */
    void opened(@Nullable Interaction conversation) {
        InteractionId id = conversation == null ? null : conversation.id();
        open = id;
        readAlong = Setting.isBranch(conversation);
        waiting.removeIf(each -> each.id().equals(id));
        paint();
    }

    /** Takes the call that has waited longest, if any. */
    void takeFirst() {
        if (!waiting.isEmpty()) {
            take.accept(waiting.getFirst());
        }
    }

    private void paint() {
        removeAll();
        if (waiting.isEmpty()) {
            return;
        }
        // A free desk shows the call itself; the note then only reads it out.
        boolean free = open == null;
        setClassName("sr-only", free);
        Interaction first = waiting.getFirst();
        boolean rings = first.state() == State.RINGING;
        Span dot = new Span();
        dot.addClassName("dot-live");
        String who = name(first);
        List<String> about = CallWords.about(services, first);
        String words = about.isEmpty() ? who : who + " · " + String.join(" · ", about);
        String plain = Texts.of(rings ? "desk.ring" : "desk.ring.online", words);
        // Who else calls, and about what, is nobody's business at the desk of a branch.
        Span text = new Span(readAlong ? Texts.of(rings ? "branch.desk.ring" : "branch.desk.ring.online") : plain);
        text.addClassName("clip");
        text.setTitle(text.getText());
        add(text);
        if (free) {
            return;
        }
        addComponentAsFirst(dot);
        add(new ActionButton(Texts.of(rings ? "desk.take" : "desk.call.show"), click -> takeFirst())
                .primary()
                .key("R"));
        if (waiting.size() > 1) {
            add(new Span(Texts.of("desk.ring.more", waiting.size() - 1)));
        }
    }
}
