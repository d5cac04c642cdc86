package org.attune.strategy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.policy.ShieldSettings;
import org.attune.strategy.internal.RevisionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the strategy and makes the small changes that are live at once: each is a new numbered revision, audited. Larger ones go
 * their way as {@link ChangeRequests}.
 */
@Service
public class Strategies {
    private final LiveStrategy live;
    private final RevisionStore store;
    private final Publishing publishing;
    private final ApplicationEventPublisher news;
    private final Approval approval;
    private final JsonMapper json;
    private final Clock clock;

    Strategies(
            LiveStrategy live,
            RevisionStore store,
            Publishing publishing,
            ApplicationEventPublisher news,
            Approval approval,
            JsonMapper json,
            Clock clock) {
        this.live = live;
        this.store = store;
        this.publishing = publishing;
        this.news = news;
        this.approval = approval;
        this.json = json;
        this.clock = clock;
    }

    /** The document of the live revision. */
    public StrategyDocument document() {
        return live.current().document();
    }

    /** The number of the live revision; 0 when there is none yet. */
    public long revision() {
        return live.exists() ? live.current().revision() : 0;
    }

    /**
     * Any past or present revision, compiled with today's dictionary: what replays decide with. The last few are kept at hand.
     *
     * @throws NotFoundException there is no revision of that number
     */
    public Strategy at(long revision) {
        return publishing.at(revision);
    }

    /** A document as it would decide, without storing it; {@code number} is what it calls itself. */
    public Strategy compiled(long number, StrategyDocument document) {
        return publishing.checked(number, document);
    }

    /** Everything that is wrong with a document, each with its place ({@code actions[payment-pause].engagement.suitability 1:14}). */
    public List<Problem> validate(StrategyDocument document) {
        return publishing.problems(document);
    }

    /** Checks one rule against the dictionary; empty when it is fine. Places are {@code line:column}. */
    public List<Problem> checkRule(String rule) {
        return publishing.rules().check(rule);
    }

    /** The names a rule may use. */
    public Set<String> ruleNames() {
        return publishing.rules().names();
    }

    /** How a second person is asked here. */
    public Approval approval() {
        return approval;
    }

    /** The latest revisions, drafts included, newest first. */
    public List<RevisionInfo> revisions(int limit) {
        return store.latest(Long.MAX_VALUE, limit);
    }

    /** What is known about the live revision. */
    public Optional<RevisionInfo> liveRevision() {
        return live.exists() ? store.info(live.current().revision()) : Optional.empty();
    }

    /**
     * Publishes a whole document as the next revision, without a second person and without asking the personas: for loading content
     * at a start. Problems are an InvalidException.
     */
    public long publish(StrategyDocument document, String note, String who) {
        return change(current -> document, new Change("strategy.published", "strategy", "", note, who, Check.DOCUMENT));
    }

    /**
     * Replaces one action.
     *
     * @param base the action as the editor saw it; when it has changed meanwhile, a ConflictException says so and nothing is
     *     overwritten
     */
    public long edit(Action base, Action changed, String who) {
        approval.mayGoLiveAtOnce();
        if (!base.key().equals(changed.key())) {
            throw new InvalidException("key", "The key of an action never changes.");
        }
        return change(
                current -> {
                    Action now = current.catalog().action(base.key());
                    requireSame("action", base.key(), base, now);
                    return current.with(current.catalog().with(changed));
                },
                new Change(
                        "action.edited",
                        "action",
                        base.key(),
                        "Edited " + changed.title().en(),
                        who,
                        Check.PERSONAS));
    }

    /** The kill switch of an action: never waits for a second person or a persona when it pauses. */
    public long pause(String action, boolean paused, String who) {
        return change(
                current -> {
                    Action now = current.catalog().action(action);
                    if (now == null) {
                        throw new NotFoundException("action", action);
                    }
                    return current.with(current.catalog().with(now.paused(paused)));
                },
                new Change(
                        paused ? "action.paused" : "action.resumed",
                        "action",
                        action,
                        (paused ? "Paused " : "Resumed ") + action,
                        who,
                        paused ? Check.NONE : Check.DOCUMENT));
    }

    /** The kill switch of an issue, like {@link #pause(String, boolean, String)}. */
    public long pauseIssue(String issue, boolean paused, String who) {
        return change(
                current -> {
                    Issue now = current.catalog().issue(issue);
                    if (now == null) {
                        throw new NotFoundException("issue", issue);
                    }
                    return current.with(current.catalog().with(now.paused(paused)));
                },
                new Change(
                        paused ? "issue.paused" : "issue.resumed",
                        "issue",
                        issue,
                        (paused ? "Paused " : "Resumed ") + issue,
                        who,
                        paused ? Check.NONE : Check.DOCUMENT));
    }

    /** Replaces one issue (mix, threshold, lever), like {@link #edit(Action, Action, String)}. */
    public long edit(Issue base, Issue changed, String who) {
        approval.mayGoLiveAtOnce();
        return change(
                current -> {
                    requireSame("issue", base.key(), base, current.catalog().issue(base.key()));
                    return current.with(current.catalog().with(changed));
                },
                new Change(
                        "issue.edited",
                        "issue",
                        base.key(),
                        "Edited " + changed.label().en(),
                        who,
                        Check.PERSONAS));
    }

    /** Replaces one group (its lever), like {@link #edit(Action, Action, String)}. */
    public long edit(Group base, Group changed, String who) {
        approval.mayGoLiveAtOnce();
        return change(
                current -> {
                    requireSame("group", base.key(), base, current.catalog().group(base.key()));
                    return current.with(current.catalog().with(changed));
                },
                new Change(
                        "group.edited",
                        "group",
                        base.key(),
                        "Edited " + changed.label().en(),
                        who,
                        Check.PERSONAS));
    }

    /**
     * Changes what the shield adds to its own matrix.
     *
     * @param base the settings as the editor saw them; when they have changed meanwhile, a ConflictException says so
     */
    public long edit(ShieldSettings base, ShieldSettings changed, String who) {
        approval.mayGoLiveAtOnce();
        return change(
                current -> {
                    requireSame("page", "shield", base, current.shield());
                    return current.with(changed);
                },
                new Change("shield.edited", "shield", "shield", "Edited the protections", who, Check.PERSONAS));
    }

    /**
     * Changes how priority is made: the settings, and mix, threshold and lever of issues, in one step.
     *
     * @param base as the editor saw them; when one of them has changed meanwhile, a ConflictException says so
     * @param changed issues that are not in it stay as they are
     */
    public long edit(Arbitration base, Arbitration changed, String who) {
        approval.mayGoLiveAtOnce();
        return change(
                current -> {
                    requireSame("page", "arbitration", base.settings(), current.arbitration());
                    base.issues()
                            .forEach(each -> requireSame(
                                    "page", each.key(), each, current.catalog().issue(each.key())));
                    return changed.in(current);
                },
                new Change(
                        "arbitration.edited", "arbitration", "arbitration", "Edited arbitration", who, Check.PERSONAS));
    }

    /** How priority is made: settings and issues together. */
    public record Arbitration(ArbitrationSettings settings, List<Issue> issues) {
        /** A document with these in their places. */
        public StrategyDocument in(StrategyDocument document) {
            Catalog catalog = document.catalog();
            for (Issue each : issues) {
                catalog = catalog.with(each);
            }
            return document.with(catalog).with(settings);
        }
    }

    /**
     * Adds, replaces or removes one part, like {@link #edit(Action, Action, String)}.
     *
     * @throws ConflictException somebody else has changed it meanwhile; nothing is overwritten
     * @throws InvalidException the outcome has errors: a key that is there twice, or others still name what was removed
     */
    public long edit(PartEdit edit, String who) {
        approval.mayGoLiveAtOnce();
        return change(
                edit::apply,
                new Change(edit.what(), edit.subject(), edit.key(), edit.note(), who, Check.PERSONAS, edit::part));
    }

    /** How thoroughly a change is looked at before it goes live. */
    enum Check {
        NONE,
        DOCUMENT,
        PERSONAS
    }

    /** @param part what the trail keeps of the document before and after; null for what the subject says */
    record Change(
            String what,
            String subject,
            String key,
            String note,
            String who,
            Check check,
            @Nullable Function<StrategyDocument, @Nullable Object> part) {
        Change(String what, String subject, String key, String note, String who, Check check) {
            this(what, subject, key, note, who, check, null);
        }
    }

    static void requireSame(String kind, String key, Object base, @Nullable Object now) {
        if (now == null) {
            throw new NotFoundException(kind, key);
        }
        if (!now.equals(base)) {
            throw new ConflictException(new LocalText(
                    "Somebody else has changed this " + kind
                            + " meanwhile. Nothing was overwritten: look at the new version and apply your change again.",
                    "Quelqu’un d’autre a modifié cela entre-temps. Rien n’a été écrasé : regardez la nouvelle version,"
                            + " puis refaites votre changement."));
        }
    }

    long change(UnaryOperator<StrategyDocument> change, Change by) {
        return publishing.goLive(by.who, pointer -> {
            // Another node may have published since: its document is the one to change.
            StrategyDocument current = publishing.document(pointer.number());
            StrategyDocument document = change.apply(current);
            Strategy next = by.check == Check.NONE
                    ? publishing.compiled(store.next(), document)
                    : publishing.checked(store.next(), document);
            if (by.check == Check.PERSONAS) {
                requireNothingBroken(pointer.number(), next);
            }
            store.store(
                    new RevisionStore.Draft(next.revision(), RevisionState.LIVE, pointer.number(), document, by.note),
                    by.who,
                    clock.instant());
            store.step(
                    next.revision(), new RevisionStep(RevisionStep.Kind.PUBLISHED, by.who, clock.instant(), by.note));
            news.publishEvent(new AuditedEvent(
                    by.who,
                    by.what,
                    by.subject,
                    by.key.isEmpty() ? Long.toString(next.revision()) : by.key,
                    part(current, by),
                    part(document, by)));
            return next;
        });
    }

    /** A small edit answers for what it breaks, not for what was broken before. */
    private void requireNothingBroken(long before, Strategy next) {
        List<Problem> found = publishing.objections(next);
        if (found.isEmpty() || before == 0) {
            return;
        }
        Set<String> known = publishing.objections(publishing.at(before)).stream()
                .map(Problem::place)
                .collect(java.util.stream.Collectors.toSet());
        List<Problem> broken =
                found.stream().filter(each -> !known.contains(each.place())).toList();
        if (!broken.isEmpty()) {
            throw new InvalidException(broken);
        }
    }

    private @Nullable String part(StrategyDocument document, Change by) {
        Function<StrategyDocument, @Nullable Object> own = by.part;
        Object part = own != null
                ? own.apply(document)
                : switch (by.subject) {
                    case "action" -> document.catalog().action(by.key);
                    case "issue" -> document.catalog().issue(by.key);
                    case "group" -> document.catalog().group(by.key);
                    case "shield" -> document.shield();
                    case "arbitration" -> new Arbitration(document.arbitration(), document.issues());
                    default ->
                        Map.of(
                                "issues",
                                document.issues().size(),
                                "actions",
                                document.actions().size());
                };
        return part == null || document.equals(StrategyDocument.EMPTY) ? null : json.writeValueAsString(part);
    }
}
