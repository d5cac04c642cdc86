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
import java.util.function.Function;
import org.attune.catalog.Action;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Attributes;
import org.attune.customer.DictionaryChanged;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.OutboundEvent;
import org.attune.kernel.Problem;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.internal.DocumentCheck;
import org.attune.strategy.internal.PastStrategies;
import org.attune.strategy.internal.RevisionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compiles documents and switches the live revision: in the database first, then here, then news. */
@Component
class Publishing {
    private final LiveStrategy live;
    private final RevisionStore store;
    private final Attributes attributes;
    private final ApplicationEventPublisher news;
    private final ObjectProvider<PublishGate> gates;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId zone;
    private final PastStrategies past = new PastStrategies();
    private volatile @Nullable Compiler compiler;
    private volatile @Nullable RuleCompiler latestRules;

    private record Compiler(AttributeDictionary dictionary, RuleCompiler rules) {}

    private record Switched(Strategy strategy, long turn) {}

    Publishing(
            LiveStrategy live,
            RevisionStore store,
            Attributes attributes,
            ApplicationEventPublisher news,
            ObjectProvider<PublishGate> gates,
            TransactionTemplate transaction,
            Clock clock,
            ZoneId zone) {
        this.live = live;
        this.store = store;
        this.attributes = attributes;
        this.news = news;
        this.gates = gates;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    @PostConstruct
    void load() {
        RevisionStore.Pointer pointer = store.pointer();
        store.document(pointer.number())
                .ifPresent(document -> live.replace(compiled(pointer.number(), document), pointer.turn()));
    }

    @EventListener
    void on(DictionaryChanged changed) {
        compiler = null;
        synchronized (this) {
            if (live.exists()) {
                Strategy current = live.current();
                if (problems(current.document()).isEmpty()) {
                    live.replace(compiled(current.revision(), current.document()), live.turn());
                }
            }
        }
    }

    /** Runs what changes revisions without switching: alone among all nodes, and all of it or nothing. */
    <T> T alone(Function<RevisionStore.Pointer, T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            return work.apply(store.pointer());
        }));
    }

    /** The same for what makes a revision live: the one that is returned, which has been stored by then. */
    long goLive(String who, Function<RevisionStore.Pointer, Strategy> work) {
        Switched switched = alone(pointer -> {
            Strategy next = work.apply(pointer);
            if (pointer.number() > 0) {
                store.state(pointer.number(), RevisionState.RETIRED);
                store.step(
                        pointer.number(),
                        new RevisionStep(RevisionStep.Kind.REPLACED, who, clock.instant(), "" + next.revision()));
            }
            store.state(next.revision(), RevisionState.LIVE);
            news.publishEvent(new OutboundEvent(
                    OutboundEvent.STRATEGY_PUBLISHED,
                    null,
                    clock.instant(),
                    Map.of(
                            "revision",
                            next.revision(),
                            "who",
                            who,
                            "changedActions",
                            changed(document(pointer.number()), next.document()).stream()
                                    .sorted()
                                    .toList())));
            return new Switched(next, store.point(next.revision()));
        });
        apply(switched.strategy, switched.turn, who);
        return switched.strategy.revision();
    }

    /** Learns of a switch made elsewhere; returns at once when there was none. */
    void catchUp(RevisionStore.Pointer pointer) {
        if (pointer.turn() > live.turn()) {
            String who = store.info(pointer.number())
                    .map(info -> info.latest().who())
                    .orElse("");
            apply(at(pointer.number()), pointer.turn(), who);
        }
    }

    private synchronized void apply(Strategy next, long turn, String who) {
        Strategy before = live.exists() ? live.current() : null;
        if (turn > live.turn() && live.replace(next, turn)) {
            StrategyDocument was = before == null ? StrategyDocument.EMPTY : before.document();
            news.publishEvent(new StrategyPublished(
                    next.revision(), before == null ? 0 : before.revision(), changed(was, next.document()), who));
        }
    }

    private static Set<String> changed(StrategyDocument before, StrategyDocument after) {
        Map<String, Action> old = new HashMap<>(before.catalog().byKey());
        Set<String> changed = new HashSet<>();
        for (Action action : after.actions()) {
            if (!action.equals(old.remove(action.key()))) {
                changed.add(action.key());
            }
        }
        changed.addAll(old.keySet());
        return changed;
    }

    /** The document of a revision as it is now; the empty one for 0. */
    StrategyDocument document(long number) {
        if (number == 0) {
            return StrategyDocument.EMPTY;
        }
        if (live.exists() && live.current().revision() == number) {
            return live.current().document();
        }
        return store.document(number).orElseThrow(() -> new NotFoundException("revision", number));
    }

    /** A revision that is or was live, compiled with today's dictionary. */
    Strategy at(long revision) {
        if (live.exists() && live.current().revision() == revision) {
            return live.current();
        }
        RevisionInfo info = store.info(revision).orElseThrow(() -> new NotFoundException("revision", revision));
        if (info.state().open()) {
            return compiled(revision, document(revision));
        }
        return past.of(revision, compiler().rules, number -> compiled(number, document(number)));
    }

    Strategy compiled(long revision, StrategyDocument document) {
        return new Strategy(revision, document, compiler().rules, zone);
    }

    /** What is wrong with a document by itself. */
    List<Problem> problems(StrategyDocument document) {
        Compiler by = compiler();
        return DocumentCheck.problems(document, by.rules, by.dictionary);
    }

    /** Checks and compiles a document; what is wrong is an InvalidException. */
    Strategy checked(long revision, StrategyDocument document) {
        List<Problem> problems = problems(document);
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        return compiled(revision, document);
    }

    /** What the gates say about a strategy. */
    List<Problem> objections(Strategy candidate) {
        return gates.stream().flatMap(gate -> gate.problems(candidate).stream()).toList();
    }

    RuleCompiler rules() {
        return compiler().rules;
    }

    private Compiler compiler() {
        Compiler current = compiler;
        if (current == null) {
            AttributeDictionary dictionary = attributes.dictionary();
            RuleCompiler before = latestRules;
            current =
                    new Compiler(dictionary, before == null ? new RuleCompiler(dictionary) : before.under(dictionary));
            latestRules = current.rules;
            compiler = current;
        }
        return current;
    }
}
