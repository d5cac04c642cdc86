package org.attune.desk;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.attune.decision.Decision;
import org.attune.decision.Recommendation;
import org.attune.interaction.Handover;
import org.attune.interaction.Handover.Tried;
import org.attune.kernel.LocalText;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The ranked cards. While the pointer or the focus is on the list, a card keeps its place whatever is decided meanwhile: newcomers
 * fill the places of cards that left, and a note says what moved. The order is settled when the pointer has gone.
 */
final class ActionList extends Section {
    private static final long serialVersionUID = 1L;

    private final transient AnswerSink sink;
    private final transient Veil veil;
    private final transient UnaryOperator<String> issueLabel;
    private final transient Handover handover;
    private final SectionTitle title = new SectionTitle(Texts.of("desk.nba"));
    private final Span figures = new Span();
    private final Div protection = new Div();
    private final Div cards = new Div();
    private final Article listen = new Article();
    private final Div listenReason = new Div();
    private final List<ActionCard> slots = new ArrayList<>();
    private transient @Nullable Decision decision;
    private final Span waiting = new Span(Texts.of("desk.guide.waiting"));
    private boolean held;
    private boolean guided;
    private String selected = "";

    ActionList(AnswerSink sink, UnaryOperator<String> issueLabel, Handover handover, Veil veil) {
        this.sink = sink;
        this.veil = veil;
        this.handover = handover;
        this.issueLabel = issueLabel;
        addClassNames("stack", "action-list");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Texts.of("desk.nba"));
        figures.addClassNames("small", "muted", "tnum");
        title.end(figures);
        protection.addClassNames("banner", "protected");
        protection.getElement().setAttribute("role", "note");
        cards.addClassName("cards");
        listen();
        waiting.addClassNames("chip", "chip-moved", "list-waiting");
        waiting.setVisible(false);
        add(title, veil.over(protection), waiting, cards, listen);
    }

    private void listen() {
        listen.addClassNames("card", "quiet", "listen-card");
        listen.getElement().setAttribute("aria-label", Texts.of("desk.listen"));
        Span rank = new Span("0");
        rank.addClassName("rank");
        H3 name = new H3(Texts.of("desk.listen"));
        listenReason.addClassNames("muted", "grow", "small");
        ActionButton choose = new ActionButton(Texts.of("desk.listened"), click -> sink.listened()).key("0");
        ActionButton why = new ActionButton(Texts.of("desk.why"), click -> sink.whyListen()).link();
        Div row = new Div(rank, name, listenReason, why, choose);
        row.addClassName("row");
        listen.add(row);
    }

    /** Whether the pointer or the focus is on the list: then nothing moves. */
    void hold(boolean hold) {
        held = hold;
        release();
    }

    /** Whether steps lead the agent through an action: then nothing moves either, and the digits belong to the steps. */
    void guided(boolean leads) {
        guided = leads;
        setClassName("guided", leads);
        release();
        if (!leads && selectedCard() == null) {
            selectFirst();
        }
    }

    private void release() {
        boolean unsettled = unsettled();
        waiting.setVisible(guided && unsettled);
        if (!held && !guided && unsettled) {
            settle();
        }
    }

    /** Whether something has left and holds its place, or the order is another one by now. */
    private boolean unsettled() {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).isGone()
                    || i > 0
                            && slots.get(i - 1).recommendation().rank()
                                    > slots.get(i).recommendation().rank()) {
                return true;
            }
        }
        return false;
    }

    private void selectFirst() {
        select(slots.stream()
                .filter(card -> !card.isGone())
                .map(ActionCard::action)
                .findFirst()
                .orElse(""));
    }

    /** What is selected, empty when nothing is. */
    String selected() {
        return selected;
    }

    /** Whether an action is on the list. */
    boolean has(@Nullable String action) {
        return slots.stream().anyMatch(card -> !card.isGone() && card.action().equals(action));
    }

    /** The card of the selected action, null when there is none. */
    @Nullable
    ActionCard selectedCard() {
        return slots.stream()
                .filter(card -> !card.isGone() && card.action().equals(selected))
                .findFirst()
                .orElse(null);
    }

    void select(String action) {
        selected = action;
        slots.forEach(card -> card.setSelected(card.action().equals(action)));
    }

    /** The card whose rank is that digit; null when there is none. */
    @Nullable
    ActionCard ranked(String digit) {
        return slots.stream()
                .filter(card -> !card.isGone()
                        && Integer.toString(card.recommendation().rank()).equals(digit))
                .findFirst()
                .orElse(null);
    }

    /** A card was answered: it holds its place with a word until the list may settle. */
    void answered(String action, String words) {
        slots.stream().filter(card -> card.action().equals(action)).forEach(card -> card.leave(words));
    }

    /**
     * Shows a decision.
     *
     * @param cause why it was decided again by itself, in words; empty when the agent did something
     * @return what moved and why, to be read out; empty when nothing moved by itself
     */
    String show(Decision next, String cause) {
        Map<String, Integer> before = new HashMap<>();
        Decision previous = decision;
        if (previous != null) {
            previous.recommendations().forEach(r -> before.put(r.action(), r.rank()));
        }
        decision = next;
        figures.setText(Texts.of("desk.figures", Math.max(1, next.tookMicros() / 1000), next.strategyRevision()));
        protection.removeAll();
        protection.setVisible(!next.protections().isEmpty());
        if (!next.protections().isEmpty()) {
            protection.add(Icons.SHIELD.create());
            next.protections().forEach(line -> protection.add(new Span(Words.of(line))));
        }
        LocalText none = next.none();
        listenReason.setText(none == null || veil.isThere() ? Texts.of("desk.listen.hint") : Words.of(none));
        listen.setClassName("listen-wins", none != null);
        merge(next, before, cause);
        release();
        if (!guided && selectedCard() == null) {
            selectFirst();
        }
        return cause.isEmpty() || previous == null || order(previous).equals(order(next)) ? "" : spoken(next, cause);
    }

    /** Marks the cards that no recorded decision proposed. */
    void fromMemory(Listing listing) {
        figures.setVisible(listing.trouble() == Listing.Trouble.NONE);
        slots.forEach(card -> card.guidance(!listing.decided(card.action())));
    }

    private static List<String> order(Decision decision) {
        return decision.recommendations().stream().map(Recommendation::action).toList();
    }

    private static String spoken(Decision next, String cause) {
        List<Recommendation> list = next.recommendations();
        return list.isEmpty()
                ? Texts.of("desk.moved.spoken.none", cause)
                : Texts.of("desk.moved.spoken", cause, Words.of(list.getFirst().title()));
    }

    private void merge(Decision next, Map<String, Integer> before, String cause) {
        Set<String> wanted = new HashSet<>();
        List<Recommendation> newcomers = new ArrayList<>();
        for (Recommendation each : next.recommendations()) {
            wanted.add(each.action());
            ActionCard known = slots.stream()
                    .filter(card -> card.action().equals(each.action()))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                newcomers.add(each);
            } else {
                known.update(next.id(), each, moved(before.get(each.action()), each.rank(), cause));
            }
        }
        for (ActionCard card : slots) {
            if (!card.isGone() && !wanted.contains(card.action())) {
                card.leave(because(Texts.of("desk.left"), cause));
            }
        }
        for (Recommendation each : newcomers) {
            Tried tried = handover.of(each.action());
            ActionCard card = new ActionCard(next.id(), each, issueLabel.apply(each.issue()), tried, sink, veil);
            if (!before.isEmpty()) {
                card.update(next.id(), each, because(Texts.of("desk.moved.new"), cause));
            }
            slots.add(card);
            cards.add(card);
        }
    }

    private static @Nullable String moved(@Nullable Integer from, int to, String cause) {
        if (from == null || from == to) {
            return null;
        }
        return because(Texts.of(from > to ? "desk.moved.up" : "desk.moved.down", from), cause);
    }

    private static String because(String words, String cause) {
        return cause.isEmpty() ? words : Texts.of("desk.moved.because", words, cause);
    }

    /** Removes what has left and puts the rest in order of rank. */
    private void settle() {
        slots.removeIf(ActionCard::isGone);
        List<ActionCard> ordered = new ArrayList<>(slots);
        ordered.sort((a, b) ->
                Integer.compare(a.recommendation().rank(), b.recommendation().rank()));
        List<com.vaadin.flow.component.Component> there = cards.getChildren().toList();
        if (!there.equals(ordered)) {
            slots.clear();
            slots.addAll(ordered);
            cards.removeAll();
            ordered.forEach(cards::add);
        }
    }
}
