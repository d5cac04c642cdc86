package org.attune.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.internal.InteractionStore;
import org.attune.interaction.internal.SummaryStore;
import org.attune.interaction.internal.WrapUpStore;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InteractionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows when a conversation is over: a code, a summary, the end. Agents finish their own; a timed one is finished for them,
 * whether their page is open or not. Finished once is finished, on any number of nodes.
 */
@Service
public class WrapUps {
    private static final Logger LOG = LoggerFactory.getLogger(WrapUps.class);
    private static final int BATCH = 50;

    private final WrapUpStore store;
    private final WrapUpRules rules;
    private final InteractionStore conversations;
    private final SummaryStore summaries;
    private final Users users;
    private final DeskPresence presence;
    private final ObjectProvider<Summarizer> summarizer;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WrapUps(
            WrapUpStore store,
            WrapUpRules rules,
            InteractionStore conversations,
            SummaryStore summaries,
            Users users,
            DeskPresence presence,
            ObjectProvider<Summarizer> summarizer,
            ApplicationEventPublisher news,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.conversations = conversations;
        this.summaries = summaries;
        this.users = users;
        this.presence = presence;
        this.summarizer = summarizer;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The rule a conversation is, or will be, wrapped up by. */
    public WrapUpRule rule(Interaction conversation) {
        return store.find(conversation.id()).map(WrapUp::rule).orElseGet(() -> rules.of(queue(conversation)));
    }

    private static String queue(Interaction conversation) {
        String told = conversation.line().queue();
        return told.isEmpty() && conversation.channel() == Channel.BRANCH ? WrapUpRule.BRANCH : told;
    }

    /** The wrap-up of a conversation of this agent, if it has begun. */
    public Optional<WrapUp> of(InteractionId id, String agent) {
        return store.find(id).filter(each -> each.agent().equals(agent));
    }

    /**
     * The conversation is over; from now on the time of a timed wrap-up runs. Beginning again changes nothing.
     *
     * @throws NotFoundException when it is somebody else's
     * @throws ConflictException when it is closed
     */
    public WrapUp begin(InteractionId id, String agent) {
        Interaction now = mine(id, agent);
        if (now.state() == State.CLOSED) {
            throw over();
        }
        if (now.state() != State.WRAP_UP) {
            Interaction next = now.moved(State.WRAP_UP, now.answeredAt(), null);
            if (conversations.update(next, now.state())) {
                news.publishEvent(new InteractionChanged(next));
            } else {
                return begin(id, agent);
            }
        }
        return begun(now);
    }

    /** Writes down that a wrap-up begins, unless it has. */
    public WrapUp begun(Interaction conversation) {
        WrapUpRule rule = rules.of(queue(conversation));
        Instant now = clock.instant();
        Instant due =
                rule.mode() == WrapUpMode.TIMED ? due(conversation.agent(), now.plusSeconds(rule.seconds())) : null;
        store.begin(conversation.id(), conversation.agent(), rule, now, due);
        return store.find(conversation.id()).orElseThrow();
    }

    /** The end of the time, or of the rest an agent takes, here or on another node. */
    private Instant due(String agent, Instant end) {
        Instant here = presence.restsUntil(agent, end);
        Instant elsewhere = store.restsUntil(agent);
        return elsewhere == null || elsewhere.isBefore(here) ? here : elsewhere;
    }

    /**
     * Keeps what the agent has chosen and written so far, so that it outlives the page and counts when the time is over.
     *
     * @param code null while nothing is chosen by hand; one that the queue does not have counts as that
     * @param text the summary if it was changed, null otherwise
     */
    public void draft(InteractionId id, String agent, @Nullable String code, @Nullable String text, Language language) {
        of(id, agent)
                .ifPresent(open -> store.draft(
                        id,
                        code == null ? null : open.rule().code(code),
                        text == null ? null : CardNumbers.redact(cut(text)),
                        language));
    }

    /**
     * The agent finishes: code and summary are kept, the conversation is closed. Finishing what the agent has finished changes nothing.
     *
     * @param code null for none
     * @param summary null to keep it as it is composed
     * @param language of a summary that is composed
     * @throws InvalidException at {@code code} when the queue wants one or does not have this one, at {@code text} when it is too long
     * @throws ConflictException when the time was over first
     */
    public void finish(
            InteractionId id, String agent, @Nullable String code, @Nullable SummaryText summary, Language language) {
        Interaction conversation = mine(id, agent);
        WrapUp open = conversation.state() == State.CLOSED
                ? store.find(id).orElse(null)
                : store.find(id).orElseGet(() -> begun(conversation));
        if (open == null || open.finishedAt() != null) {
            if (open != null && open.timedOut()) {
                throw over();
            }
            return;
        }
        WrapUpCode chosen = chosen(open.rule(), code);
        SummaryText text = summary == null ? composed(conversation, language) : PastConversations.clean(summary);
        Instant now = clock.instant();
        boolean finished = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = store.finish(id, chosen, agent, now);
            if (first) {
                end(conversation, text, agent, now);
            }
            return first;
        }));
        if (!finished) {
            throw over();
        }
        tell(id);
    }

    private static @Nullable WrapUpCode chosen(WrapUpRule rule, @Nullable String code) {
        WrapUpCode chosen = code == null ? null : rule.code(code);
        if (chosen == null && (code != null || rule.mode().needsCode())) {
            throw new InvalidException(
                    List.of(new Problem("code", new LocalText("Choose a code first.", "Choisissez d’abord un code."))));
        }
        return chosen;
    }

    /**
     * Finishes every wrap-up whose time is over. May run anywhere, at any time, several at once.
     *
     * @return how many were finished here
     */
    public int finishOverdue() {
        store.unbegun(BATCH).forEach(id -> conversations.find(id).ifPresent(this::begun));
        int finished = 0;
        for (WrapUp due : store.due(clock.instant(), BATCH)) {
            finished += timeOut(due) ? 1 : 0;
        }
        return finished;
    }

    private boolean timeOut(WrapUp due) {
        Interaction conversation = conversations.find(due.conversation()).orElseThrow();
        SummaryText composed = composed(conversation, language(due));
        Instant now = clock.instant();
        boolean first = Boolean.TRUE.equals(transaction.execute(status -> {
            WrapUp done =
                    store.expire(due.conversation(), due.rule().timeout(), now).orElse(null);
            if (done != null) {
                String typed = done.text();
                end(
                        conversation,
                        typed == null ? composed : new SummaryText(language(done), typed, null),
                        due.agent(),
                        now);
            }
            return done != null;
        }));
        if (first) {
            tell(due.conversation());
        }
        return first;
    }

    private Language language(WrapUp wrapUp) {
        Language chosen = wrapUp.language();
        if (chosen == null) {
            chosen = users.byName(wrapUp.agent()).map(UserAccount::language).orElse(null);
        }
        return chosen == null ? Language.EN : chosen;
    }

    /** Running wrap-ups of an agent last until then at least: nobody is hurried in protected time. */
    public void extend(String agent, Instant until) {
        store.extend(agent, until);
    }

    private void end(Interaction conversation, @Nullable SummaryText text, String agent, Instant now) {
        if (text != null && !text.text().isEmpty()) {
            summaries.add(conversation.id(), 1, text, agent, now);
        }
        conversations.close(conversation.id(), now);
    }

    private void tell(InteractionId id) {
        conversations.find(id).ifPresent(closed -> news.publishEvent(new InteractionChanged(closed)));
    }

    /** Null when it cannot be composed: that keeps nobody from ending a conversation. */
    private @Nullable SummaryText composed(Interaction conversation, Language language) {
        try {
            Summarizer composer = summarizer.getIfAvailable();
            return composer == null || conversation.customer() == null
                    ? null
                    : SummaryText.composed(composer.summary(conversation), language);
        } catch (RuntimeException e) {
            LOG.warn("The summary of conversation {} could not be composed", conversation.id(), e);
            return null;
        }
    }

    private Interaction mine(InteractionId id, String agent) {
        return conversations.find(id, agent).orElseThrow(() -> new NotFoundException("conversation", id));
    }

    private static String cut(String text) {
        return text.length() <= PastConversations.LONGEST ? text : text.substring(0, PastConversations.LONGEST);
    }

    private static ConflictException over() {
        LocalText words = new LocalText(
                "The time was over: this conversation is finished.",
                "Le temps était écoulé : cette conversation est terminée.");
        return new ConflictException(words.en(), List.of(new Problem("code", words)));
    }
}
