package org.attune.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.catalog.Journey;
import org.attune.customer.CustomerContext;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.jspecify.annotations.Nullable;

/**
 * Which stage of each journey a customer is in: a pure function of their signals and states at an instant. The newest signal that
 * belongs to a stage decides, in whatever order they came; a state that lasts outranks signals. Nobody is moved by hand, and
 * after a stage's days without another signal the customer has left the journey. Immutable and safe to share between threads.
 */
public final class JourneyStages {
    /** No journeys. */
    public static final JourneyStages NONE = new JourneyStages(List.of());

    private final List<Journey> journeys;
    private final Map<String, List<Entry>> bySignal = new HashMap<>();
    private final Map<String, List<Entry>> byState = new HashMap<>();

    /** A way into a stage. */
    private record Entry(int journey, int stage, @Nullable Duration lasts) {}

    /** Prepares journeys; the same work need not be done again for each customer. */
    public JourneyStages(List<Journey> journeys) {
        this.journeys = List.copyOf(journeys);
        for (int j = 0; j < journeys.size(); j++) {
            List<Journey.Stage> stages = journeys.get(j).stages();
            for (int s = 0; s < stages.size(); s++) {
                Journey.Stage stage = stages.get(s);
                Integer days = stage.days();
                Entry entry = new Entry(j, s, days == null ? null : Duration.ofDays(days));
                stage.signals()
                        .forEach(type -> bySignal.computeIfAbsent(type, any -> new ArrayList<>())
                                .add(entry));
                stage.states()
                        .forEach(state -> byState.computeIfAbsent(state, any -> new ArrayList<>())
                                .add(entry));
            }
        }
    }

    /**
     * Where a customer stands in one journey.
     *
     * @param stage the stage's key
     * @param since when the customer came into it, without leaving it since
     * @param by type of the signal, or key of the state, by which
     * @param state whether {@code by} is a state
     */
    public record Place(String stage, Instant since, String by, boolean state) {
        /** Whole days in the stage. */
        public long days(Instant at) {
            return Math.max(0, Duration.between(since, at).toDays());
        }
    }

    /** Places by journey for a few customers; for many, keep a {@link JourneyStages}. */
    public static Map<String, Place> of(List<Journey> journeys, CustomerContext customer) {
        return new JourneyStages(journeys).of(customer);
    }

    /** The journeys that were prepared. */
    public List<Journey> journeys() {
        return journeys;
    }

    /** Where the customer stands at the context's instant, by journey in the document's order; journeys they are not on are left out. */
    public Map<String, Place> of(CustomerContext customer) {
        if (journeys.isEmpty()) {
            return Map.of();
        }
        Walk walk = new Walk(journeys.size(), customer.at());
        for (SignalFact each : customer.signals()) {
            List<Entry> entries = bySignal.get(each.type());
            if (entries != null && !each.at().isAfter(customer.at())) {
                entries.forEach(entry -> walk.signal(entry, each));
            }
        }
        for (StateFact each : customer.states()) {
            List<Entry> entries = byState.get(each.state().key());
            if (entries != null && each.activeAt(customer.at())) {
                entries.forEach(entry -> walk.state(entry, each));
            }
        }
        Map<String, Place> places = new LinkedHashMap<>();
        for (int j = 0; j < journeys.size(); j++) {
            Instant since = walk.since[j];
            String by = walk.by[j];
            if (since != null && by != null) {
                Journey journey = journeys.get(j);
                places.put(
                        journey.key(),
                        new Place(journey.stages().get(walk.stage[j]).key(), since, by, walk.lasting[j]));
            }
        }
        return places;
    }

    /** Stages by journey, as rules read them. */
    public static Map<String, String> stages(Map<String, Place> places) {
        Map<String, String> stages = new TreeMap<>();
        places.forEach((journey, place) -> stages.put(journey, place.stage()));
        return stages;
    }

    /** Whole days in the stage by journey, as rules read them. */
    public static Map<String, Long> days(Map<String, Place> places, Instant at) {
        Map<String, Long> days = new TreeMap<>();
        places.forEach((journey, place) -> days.put(journey, place.days(at)));
        return days;
    }

    /** Goes back in time through the signals of one customer, newest first. */
    private static final class Walk {
        private final Instant now;
        private final int[] stage;
        private final @Nullable Instant[] since;
        private final @Nullable Instant[] newest;
        private final @Nullable String[] by;
        private final boolean[] lasting;
        private final boolean[] done;

        Walk(int journeys, Instant now) {
            this.now = now;
            stage = new int[journeys];
            Arrays.fill(stage, -1);
            since = new Instant[journeys];
            newest = new Instant[journeys];
            by = new String[journeys];
            lasting = new boolean[journeys];
            done = new boolean[journeys];
        }

        void signal(Entry entry, SignalFact signal) {
            int j = entry.journey;
            if (done[j]) {
                return;
            }
            Instant before = since[j];
            if (before == null) {
                if (over(entry, signal.at(), now)) {
                    done[j] = true;
                    return;
                }
                newest[j] = signal.at();
            } else if (entry.stage != stage[j]) {
                // Of two at the same instant the later stage counts.
                boolean later = signal.at().equals(newest[j]) && entry.stage > stage[j];
                if (!later) {
                    done[j] = true;
                    return;
                }
            } else if (over(entry, signal.at(), before)) {
                done[j] = true;
                return;
            }
            stage[j] = entry.stage;
            since[j] = signal.at();
            by[j] = signal.type();
        }

        void state(Entry entry, StateFact state) {
            int j = entry.journey;
            Instant known = since[j];
            boolean earlier = known == null || state.since().isBefore(known);
            if (!lasting[j] || entry.stage > stage[j] || (entry.stage == stage[j] && earlier)) {
                stage[j] = entry.stage;
                since[j] = state.since();
                by[j] = state.state().key();
                lasting[j] = true;
            }
        }

        private static boolean over(Entry entry, Instant signal, Instant next) {
            return entry.lasts != null && !signal.plus(entry.lasts).isAfter(next);
        }
    }
}
