package org.attune.learning;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attune.history.History;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.learning.internal.Challenger;
import org.attune.learning.internal.LiveEngine;
import org.attune.learning.internal.Succession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which engine decides, which one challenges it, and how one takes the other's place. */
@Service
public class Engines {

    private final Succession succession;
    private final Challenger challenger;
    private final Shadow shadow;
    private final LiveEngine live;
    private final History history;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher audit;
    private final ObjectProvider<PromotionGate> gates;
    private final Clock clock;

    Engines(
            Succession succession,
            Challenger challenger,
            Shadow shadow,
            LiveEngine live,
            History history,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher audit,
            ObjectProvider<PromotionGate> gates,
            Clock clock) {
        this.succession = succession;
        this.challenger = challenger;
        this.shadow = shadow;
        this.live = live;
        this.history = history;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.gates = gates;
        this.clock = clock;
    }

    /** The engine that decides. */
    public EngineVariant champion() {
        return variant(succession.all().getLast().engine());
    }

    /** Both engines as they stand now. */
    public Contest contest() {
        List<Reign> reigns = succession.all();
        Reign champion = reigns.getLast();
        Contest.Rival rival = challenger
                .running()
                .map(each -> new Contest.Rival(
                        each.variant(),
                        each.live().position(),
                        Math.max(0, live.position() - each.live().position()),
                        each.live().read((engine, position) -> engine.totalHealth()),
                        shadow.figures(champion.engine(), each.variant().key())))
                .orElse(null);
        return new Contest(champion, live.read((engine, position) -> engine.totalHealth()), rival, reigns);
    }

    /**
     * Lets an engine challenge: from now on it learns every answer and scores every decision, and is shown to nobody.
     *
     * @throws InvalidException there is no such engine, or it decides already
     */
    public void challenge(String engine, String who) {
        if (EngineVariant.of(engine).isEmpty()) {
            throw new InvalidException("engine", "There is no engine '" + engine + "'.");
        }
        if (champion().key().equals(engine)) {
            throw new InvalidException("engine", "This engine decides already; it cannot challenge itself.");
        }
        transaction.executeWithoutResult(status -> appoint(engine, who));
        challenger.follow();
    }

    /** Sends the challenger away, if there is one. */
    public void withdraw(String who) {
        transaction.executeWithoutResult(status -> appoint(null, who));
        challenger.follow();
    }

    /**
     * Puts the challenger in charge; the champion becomes the challenger, so that one step leads back. Decisions taken from now
     * on are scored by it, on every node; those before are repeated with the engine that took them.
     *
     * @throws ConflictException there is no challenger, it has not yet learned the whole log, or a rule speaks against it
     */
    public void promote(String who) {
        Challenger.Running rival = challenger
                .running()
                .orElseThrow(() -> new ConflictException(new LocalText(
                        "There is no challenger that could be put in charge.",
                        "Aucun challenger ne peut prendre la main.")));
        crown(rival.variant(), "engine.promoted", who);
    }

    /**
     * Puts the engine in charge that was before.
     *
     * @throws ConflictException there was no other, or a rule speaks against it
     */
    public void rollBack(String who) {
        String previous = contest().previous();
        if (previous == null) {
            throw new ConflictException(
                    new LocalText("No other engine has decided so far.", "Aucun autre moteur n’a décidé jusqu’ici."));
        }
        crown(variant(previous), "engine.rolled-back", who);
    }

    private void crown(EngineVariant next, String what, String who) {
        List<Problem> problems = new ArrayList<>();
        gates.orderedStream().forEach(gate -> problems.addAll(gate.problems(next)));
        if (!problems.isEmpty()) {
            Problem first = problems.getFirst();
            throw new ConflictException(new LocalText(first.message(), first.french()));
        }
        Reign champion = succession.all().getLast();
        challenger.save(next);
        history.mark(position -> {
            Reign now = succession.all().getLast();
            if (now.position() != champion.position()) {
                throw new ConflictException(new LocalText(
                        "Somebody else has just put another engine in charge.",
                        "Quelqu’un d’autre vient de donner la main à un autre moteur."));
            }
            succession.write(position, next, who);
            appoint(champion.engine(), who);
            audit.publishEvent(new AuditedEvent(who, what, "engine", next.key(), champion.engine(), next.key()));
        });
        challenger.follow();
    }

    private void appoint(@Nullable String engine, String who) {
        String before = challenger.named().orElse(null);
        jdbc.update("DELETE FROM learning_challenger");
        if (engine != null) {
            jdbc.update(
                    "INSERT INTO learning_challenger (engine, at, who) VALUES (?, ?, ?)",
                    engine,
                    clock.instant().atOffset(ZoneOffset.UTC),
                    who);
        }
        if (!Objects.equals(before, engine)) {
            audit.publishEvent(new AuditedEvent(
                    who,
                    "engine.challenges",
                    "engine",
                    engine == null ? String.valueOf(before) : engine,
                    before,
                    engine));
        }
    }

    private static EngineVariant variant(String key) {
        return EngineVariant.of(key).orElse(EngineVariant.STANDARD);
    }
}
