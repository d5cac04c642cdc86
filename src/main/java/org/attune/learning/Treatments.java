package org.attune.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.history.History;
import org.attune.history.TreatmentAnswer;
import org.springframework.stereotype.Service;

/**
 * Keeps, for each wording, the log positions at which it was accepted, declined, or such an answer was taken back. How it stood at
 * any position is then two binary searches, exact for ever and without a copy per position: 8 bytes per answer.
 */
@Service
public class Treatments implements TreatmentModel {
    /** Counts move on every so many positions, so that not every decision reads the log. */
    public static final long STEP = 20;

    private static final int PAGE = 10_000;

    private final History history;
    private final Map<String, Series> series = new HashMap<>();
    private long read;

    public Treatments(History history) {
        this.history = history;
    }

    @Override
    public synchronized Counts counts(long position, String action, String treatment) {
        long to = position - position % STEP;
        while (read < to) {
            readOn(to);
        }
        Series of = series.get(key(action, treatment));
        if (of == null) {
            return Counts.ZERO;
        }
        long accepted = of.accepted.upTo(to) - of.acceptedBack.upTo(to);
        long declined = of.declined.upTo(to) - of.declinedBack.upTo(to);
        return new Counts(accepted, accepted + declined);
    }

    private void readOn(long to) {
        List<TreatmentAnswer> page = history.treatmentAnswers(read, to, PAGE);
        for (TreatmentAnswer each : page) {
            Series of = series.computeIfAbsent(key(each.action(), each.treatment()), none -> new Series());
            boolean back = each.reverses() > 0;
            Positions into =
                    each.accepted() ? back ? of.acceptedBack : of.accepted : back ? of.declinedBack : of.declined;
            into.add(each.position());
        }
        read = page.size() < PAGE ? to : page.getLast().position();
    }

    private static String key(String action, String treatment) {
        return action + '\n' + treatment;
    }

    private static final class Series {
        final Positions accepted = new Positions();
        final Positions acceptedBack = new Positions();
        final Positions declined = new Positions();
        final Positions declinedBack = new Positions();
    }

    /** Positions in the order of the log. */
    private static final class Positions {
        private long[] at = new long[4];
        private int size;

        void add(long position) {
            at = size == at.length ? Arrays.copyOf(at, 2 * size) : at;
            at[size++] = position;
        }

        /** How many lie at or before a position. */
        int upTo(long position) {
            int found = Arrays.binarySearch(at, 0, size, position);
            return found >= 0 ? found + 1 : -found - 1;
        }
    }
}
