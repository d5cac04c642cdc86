package org.attune.learning.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The actions a caller decides about, numbered from 0: made once per strategy revision and used for all its decisions, so
 * that no key is looked up while scoring. Immutable for its callers and safe for use by many threads.
 */
public final class Roster {

    /** Engines whose numbers are remembered: the live one and some of the past. */
    private static final int REMEMBERED = 4;

    private final ModelPath[] paths;
    private final double[] starting;
    private final int[] family;
    private final ModelPath[] families;
    private volatile Places[] known = {};

    /**
     * @param paths no action twice
     * @param startingPropensities where each begins while nobody has answered about it, 0 to 1
     * @throws IllegalArgumentException when an action comes twice, or a propensity is impossible
     */
    public Roster(List<ModelPath> paths, double[] startingPropensities) {
        if (paths.size() != startingPropensities.length) {
            throw new IllegalArgumentException(
                    paths.size() + " actions, but " + startingPropensities.length + " starting propensities");
        }
        this.paths = paths.toArray(ModelPath[]::new);
        starting = startingPropensities.clone();
        family = new int[starting.length];
        Map<List<String>, Integer> numbers = new LinkedHashMap<>();
        ModelPath[] first = new ModelPath[starting.length];
        for (int i = 0; i < starting.length; i++) {
            Numbers.checkPropensity(starting[i]);
            int next = numbers.size();
            family[i] = numbers.computeIfAbsent(List.of(this.paths[i].issue(), this.paths[i].group()), k -> next);
            first[family[i]] = first[family[i]] == null ? this.paths[i] : first[family[i]];
        }
        families = Arrays.copyOf(first, numbers.size());
        if (Arrays.stream(this.paths).map(ModelPath::action).distinct().count() < this.paths.length) {
            throw new IllegalArgumentException("An action stands twice in the roster");
        }
    }

    /** How many actions there are. */
    public int size() {
        return paths.length;
    }

    /** The action with a number. */
    public ModelPath path(int index) {
        return paths[index];
    }

    /** Where the action with a number begins. */
    public double startingPropensity(int index) {
        return starting[index];
    }

    /** Which pair of issue and group the action belongs to. */
    int family(int index) {
        return family[index];
    }

    int families() {
        return families.length;
    }

    /** Where one engine keeps the models of these actions; looked up again when that engine has opened new ones. */
    Places in(long engine, Levels levels) {
        int opened = levels.opened();
        Places[] remembered = known;
        for (Places places : remembered) {
            if (places.engine == engine && places.opened == opened) {
                return places;
            }
        }
        Places fresh = new Places(engine, opened, levels);
        Places[] next = new Places[REMEMBERED];
        next[0] = fresh;
        int size = 1;
        for (Places places : remembered) {
            if (places.engine != engine && size < REMEMBERED) {
                next[size++] = places;
            }
        }
        known = Arrays.copyOf(next, size);
        return fresh;
    }

    /** Numbers only: a roster must not keep an engine in memory. */
    final class Places {
        private final long engine;
        private final int opened;

        /** Per action: its slot, -1 when nobody has answered about it. */
        final int[] slot = new int[paths.length];

        /** Per family: the numbers of its issue and its group. */
        final int[] issue = new int[families.length];

        final int[] group = new int[families.length];

        private Places(long engine, int opened, Levels levels) {
            this.engine = engine;
            this.opened = opened;
            Arrays.setAll(slot, i -> levels.action(paths[i]).slot);
            Arrays.setAll(issue, f -> levels.issue(families[f]).number);
            Arrays.setAll(group, f -> levels.group(families[f]).number);
        }
    }
}
