package org.attune.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.learning.engine.Scores;
import org.attune.learning.internal.Challenger;
import org.attune.learning.internal.Succession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Lets the challenger score every decision that is taken, in a thread of its own: a decision only leaves its ballot here, and
 * when more come than can be scored, some are missed and counted. Nothing of it reaches anybody's screen.
 */
@Service
public class Shadow implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
    private static final int WAITING = 2_000;
    private static final int AT_ONCE = 500;

    private final Challenger challenger;
    private final Succession succession;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final BlockingQueue<Ballot> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong missed = new AtomicLong();
    private final Thread thread;
    private final Scores scores = new Scores();
    private volatile boolean stopped;

    Shadow(Challenger challenger, Succession succession, JdbcTemplate jdbc, Clock clock) {
        this.challenger = challenger;
        this.succession = succession;
        this.jdbc = jdbc;
        this.clock = clock;
        thread = Thread.ofPlatform().daemon().name("learning-shadow").start(this::work);
    }

    /** Whether there is a challenger: only then is a ballot worth making. */
    public boolean watches() {
        return challenger.running().isPresent();
    }

    /** Takes a decision's ballot; returns at once. */
    public void judge(Ballot ballot) {
        if (!waiting.offer(ballot)) {
            missed.incrementAndGet();
        }
    }

    /** How a challenger compares with a champion so far, on all nodes. */
    public ShadowFigures figures(String champion, String challengerName) {
        return jdbc.query(
                        """
                        SELECT coalesce(sum(decisions), 0) AS decisions, coalesce(sum(other_first), 0) AS other,
                            coalesce(sum(moved) / nullif(sum(scores), 0), 0) AS moved, coalesce(sum(missed), 0) AS missed
                        FROM learning_shadow WHERE champion = ? AND challenger = ?
                        """,
                        (row, i) -> new ShadowFigures(
                                row.getLong("decisions"),
                                row.getLong("other"),
                                row.getDouble("moved"),
                                row.getLong("missed")),
                        champion,
                        challengerName)
                .getFirst();
    }

    private void work() {
        List<Ballot> ballots = new ArrayList<>();
        while (!stopped) {
            try {
                Ballot first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null || missed.get() > 0) {
                    if (first != null) {
                        ballots.add(first);
                    }
                    waiting.drainTo(ballots, AT_ONCE);
                    count(ballots);
                    ballots.clear();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                ballots.clear();
                LOG.warn("Decisions could not be scored in the shadow just now: {}", e.getMessage());
            }
        }
    }

    private void count(List<Ballot> ballots) {
        Challenger.Running running = challenger.running().orElse(null);
        if (running == null) {
            missed.set(0);
            return;
        }
        long other = 0;
        long compared = 0;
        double moved = 0;
        for (Ballot ballot : ballots) {
            int count = ballot.candidates().length;
            running.live().score(ballot.roster(), ballot.situation(), ballot.candidates(), count, scores);
            double[] shadow = new double[count];
            for (int i = 0; i < count; i++) {
                shadow[i] = scores.propensity(ballot.candidates()[i]);
                moved += Math.abs(shadow[i] - ballot.propensity()[i]);
            }
            compared += count;
            other += first(ballot, shadow) == first(ballot, ballot.propensity()) ? 0 : 1;
        }
        List<Reign> reigns = succession.all();
        jdbc.update(
                """
                INSERT INTO learning_shadow AS s
                    (champion, challenger, day, decisions, other_first, scores, moved, missed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (champion, challenger, day) DO UPDATE SET decisions = s.decisions + excluded.decisions,
                    other_first = s.other_first + excluded.other_first, scores = s.scores + excluded.scores,
                    moved = s.moved + excluded.moved, missed = s.missed + excluded.missed
                """,
                reigns.getLast().engine(),
                running.variant().key(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                ballots.size(),
                other,
                compared,
                moved,
                missed.getAndSet(0));
    }

    /** Which candidate comes first by these propensities; -1 for none. */
    private static int first(Ballot ballot, double[] propensity) {
        int best = -1;
        double highest = 0;
        for (int i = 0; i < propensity.length; i++) {
            double priority = propensity[i] * ballot.factor()[i];
            if (propensity[i] >= ballot.threshold()[i] && (best < 0 || priority > highest)) {
                best = i;
                highest = priority;
            }
        }
        return best < 0 ? -1 : ballot.candidates()[best];
    }

    @Override
    public void destroy() {
        stopped = true;
        thread.interrupt();
    }
}
