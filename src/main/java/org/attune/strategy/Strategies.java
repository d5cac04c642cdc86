package org.attune.strategy;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.customer.Attributes;
import org.attune.customer.DictionaryChanged;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.internal.DocumentCheck;
import org.attune.strategy.internal.PastStrategies;
import org.attune.strategy.internal.RevisionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads and changes the strategy. Every change is a new numbered revision, audited, live at once. */
@Service
public class Strategies {
    private final LiveStrategy live;
    private final RevisionStore store;
    private final Attributes attributes;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;
    private final PastStrategies past = new PastStrategies();
    private volatile @Nullable RuleCompiler compiler;

    Strategies(
            LiveStrategy live,
            RevisionStore store,
            Attributes attributes,
            ApplicationEventPublisher news,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            ZoneId zone) {
        this.live = live;
        this.store = store;
        this.attributes = attributes;
        this.news = news;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    @PostConstruct
    void loadLive() {
        store.live().ifPresent(stored -> live.replace(compiled(stored.number(), stored.document())));
    }

    @EventListener
    void on(DictionaryChanged changed) {
        compiler = null;
        if (live.exists()) {
            Strategy current = live.current();
            if (validate(current.document()).isEmpty()) {
                live.replace(compiled(current.revision(), current.document()));
            }
        }
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
        if (live.exists() && live.current().revision() == revision) {
            return live.current();
        }
        RuleCompiler now = compiler();
        return past.of(
                revision,
                now,
                number -> store.document(number)
                        .map(document -> new Strategy(number, document, now, zone))
                        .orElseThrow(() -> new NotFoundException("revision", number)));
    }

    /** Everything that is wrong with a document, each with its place ({@code actions[payment-pause].engagement.suitability 1:14}). */
    public List<Problem> validate(StrategyDocument document) {
        return DocumentCheck.problems(document, compiler(), attributes.dictionary());
    }

    /** Checks one rule against the dictionary; empty when it is fine. Places are {@code line:column}. */
    public List<Problem> checkRule(String rule) {
        return compiler().check(rule);
    }

    /** The names a rule may use. */
    public Set<String> ruleNames() {
        return compiler().names();
    }

    /** Publishes a whole document as the next revision. Problems are an InvalidException. */
    public long publish(StrategyDocument document, String note, String who) {
        return change(current -> document, "strategy.published", "strategy", "", note, who);
    }

    /**
     * Replaces one action.
     *
     * @param base the action as the editor saw it; when it has changed meanwhile, a ConflictException says so and nothing is
     *     overwritten
     */
    public long edit(Action base, Action changed, String who) {
        if (!base.key().equals(changed.key())) {
            throw new InvalidException("key", "The key of an action never changes.");
        }
        return change(
                current -> {
                    Action now = current.catalog().action(base.key());
                    requireSame("action", base.key(), base, now);
                    return current.with(current.catalog().with(changed));
                },
                "action.edited",
                "action",
                base.key(),
                "Edited " + changed.title().en(),
                who);
    }

    /** The kill switch of an action. */
    public long pause(String action, boolean paused, String who) {
        return change(
                current -> {
                    Action now = current.catalog().action(action);
                    if (now == null) {
                        throw new NotFoundException("action", action);
                    }
                    return current.with(current.catalog().with(now.paused(paused)));
                },
                paused ? "action.paused" : "action.resumed",
                "action",
                action,
                (paused ? "Paused " : "Resumed ") + action,
                who);
    }

    /** Replaces one issue (mix, threshold, lever, kill switch), like {@link #edit(Action, Action, String)}. */
    public long edit(Issue base, Issue changed, String who) {
        return change(
                current -> {
                    requireSame("issue", base.key(), base, current.catalog().issue(base.key()));
                    return current.with(current.catalog().with(changed));
                },
                "issue.edited",
                "issue",
                base.key(),
                "Edited " + changed.label().en(),
                who);
    }

    /** The latest revisions, newest first. */
    public List<RevisionInfo> revisions(int limit) {
        return store.latest(limit);
    }

    private static void requireSame(String kind, String key, Object base, @Nullable Object now) {
        if (now == null) {
            throw new NotFoundException(kind, key);
        }
        if (!now.equals(base)) {
            throw new ConflictException("Somebody else has changed this " + kind
                    + " meanwhile. Nothing was overwritten: look at the new version and apply your change again.");
        }
    }

    private synchronized long change(
            UnaryOperator<StrategyDocument> change, String what, String subject, String key, String note, String who) {
        StrategyDocument before = live.exists() ? live.current().document() : null;
        Strategy next = Objects.requireNonNull(transaction.execute(status -> {
            long latest = store.lockAndLatest();
            // Another node may have published since: its document is the one to change.
            StrategyDocument current = latest == revision()
                    ? before
                    : store.live().map(RevisionStore.Stored::document).orElse(null);
            StrategyDocument document = change.apply(current == null ? StrategyDocument.EMPTY : current);
            List<Problem> problems = validate(document);
            if (!problems.isEmpty()) {
                throw new InvalidException(problems);
            }
            Strategy strategy = compiled(latest + 1, document);
            store.store(strategy.revision(), document, note, who, clock.instant());
            news.publishEvent(new AuditedEvent(
                    who,
                    what,
                    subject,
                    key.isEmpty() ? Long.toString(strategy.revision()) : key,
                    part(current, subject, key),
                    part(document, subject, key)));
            return strategy;
        }));
        live.replace(next);
        news.publishEvent(new StrategyPublished(next.revision(), changed(before, next.document()), who));
        return next.revision();
    }

    private @Nullable String part(@Nullable StrategyDocument document, String subject, String key) {
        if (document == null) {
            return null;
        }
        Object part = switch (subject) {
            case "action" -> document.catalog().action(key);
            case "issue" -> document.catalog().issue(key);
            default ->
                Map.of(
                        "issues",
                        document.issues().size(),
                        "actions",
                        document.actions().size());
        };
        return part == null ? null : json.writeValueAsString(part);
    }

    private static Set<String> changed(@Nullable StrategyDocument before, StrategyDocument after) {
        Map<String, Action> old =
                new HashMap<>(before == null ? Map.of() : before.catalog().byKey());
        Set<String> changed = new HashSet<>();
        for (Action action : after.actions()) {
            if (!action.equals(old.remove(action.key()))) {
                changed.add(action.key());
            }
        }
        changed.addAll(old.keySet());
        return changed;
    }

    private Strategy compiled(long revision, StrategyDocument document) {
        return new Strategy(revision, document, compiler(), zone);
    }

    private RuleCompiler compiler() {
        RuleCompiler current = compiler;
        if (current == null) {
            current = new RuleCompiler(attributes.dictionary());
            compiler = current;
        }
        return current;
    }
}
