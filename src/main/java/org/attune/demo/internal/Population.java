package org.attune.demo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.customer.CustomerState;

/** Makes up customers one after the other; the same seed makes the same people, only their names also depend on who came before. */
final class Population {
    private static final Map<Story, Double> STORIES = Story.shares();

    private final long seed;
    private final Names names;
    private final ZoneId zone;

    Population(long seed, ZoneId zone) {
        this.seed = seed;
        this.names = new Names(seed);
        this.zone = zone;
    }

    /**
     * The next person.
     *
     * @param index decides what they go through and their telephone number
     * @param now the moment from which all dates count
     */
    DemoPerson next(String ref, int index, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Chance chance = new Chance(new Random(seed * 1_000_003 + index));
        Difficulty difficulty = Difficulty.of(index);
        Life life = new Life(difficulty == null ? chance.weighted(STORIES) : Story.ORDINARY, chance, now, today);
        Names.Name name = names.next();
        new Profile(life).fill(name);
        new Behaviour(life).fill();
        if (difficulty != null) {
            difficulty.befall(life);
        }
        new Happenings(life).fill();
        return new DemoPerson(
                ref,
                name.display(),
                name.language(),
                List.of(Names.phone(name.language(), index)),
                life.attributes,
                consents(life, difficulty != null),
                preferences(life, difficulty != null),
                life.holdings,
                life.states,
                life.signals,
                List.of());
    }

    private static Map<String, Boolean> consents(Life life, boolean inDifficulty) {
        boolean discreet = life.states.stream().anyMatch(each -> each.state() == CustomerState.DISCREET);
        Map<String, Boolean> consents = new LinkedHashMap<>();
        consents.put("sales_calls", !discreet && life.chance.of(inDifficulty ? 0.5 : 0.82));
        consents.put("profiling", life.chance.of(0.96));
        consents.put("needs", true);
        return consents;
    }

    private static Map<String, String> preferences(Life life, boolean inDifficulty) {
        Map<String, String> preferences = new LinkedHashMap<>();
        preferences.put(
                "tone",
                inDifficulty
                        ? life.chance.pick("gentle", "gentle", "gentle", "neutral")
                        : life.chance.pick("neutral", "neutral", "neutral", "direct", "direct", "gentle"));
        preferences.put("channel", String.valueOf(life.attributes.get("channel_preference")));
        return preferences;
    }
}
