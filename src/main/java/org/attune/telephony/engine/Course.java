package org.attune.telephony.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.attune.telephony.engine.Part.Place;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where a call is: a function of the set of its steps. They are put in the order of their own times first, so that it does not
 * matter in which order they arrive. The end is the end: whatever happened later by its time changes nothing, whenever it is told.
 */
public final class Course {
    private static final Comparator<Step> BY_TIME =
            Comparator.comparing(Step::at).thenComparing(Step::kind).thenComparing(Step::id);

    private final List<Leg> legs = new ArrayList<>();
    private @Nullable Instant end;

    private Course() {}

    /** The course of a call with these steps. */
    public static Course of(Collection<Step> steps) {
        Course course = new Course();
        List<Step> ordered = steps.stream().sorted(BY_TIME).toList();
        Step last = ordered.stream().filter(Course::ends).findFirst().orElse(null);
        for (Step each : ordered) {
            if (each == last) {
                break;
            }
            course.take(each);
        }
        if (last != null) {
            course.end(last);
        }
        return course;
    }

    private static boolean ends(Step step) {
        return step.kind() == Kind.ENDED || step.kind() == Kind.LOST;
    }

    /** Each agent's part, in the order in which they began. */
    public List<Part> parts() {
        return legs.stream().map(Leg::part).toList();
    }

    /** When the call ended, null while it goes on. */
    public @Nullable Instant end() {
        return end;
    }

    /** Whether somebody has answered and nobody has hung up. */
    public boolean talking() {
        return legs.stream().anyMatch(leg -> leg.place == Place.TALKING);
    }

    private void take(Step step) {
        String agent = step.agent();
        switch (step.kind()) {
            case RINGING -> ring(agent, step.at());
            case ANSWERED -> answer(agent == null ? someone() : agent, step.at());
            case HELD -> {
                Leg leg = talker(agent);
                if (leg != null) {
                    leg.held = step.at();
                }
            }
            case RELEASED -> {
                Leg leg = agent == null ? null : latest(agent);
                if (leg != null) {
                    leg.leave(step.at(), null);
                }
            }
            case TRANSFERRED -> transfer(agent, step.at());
            case WRAPUP -> {
                Leg leg = talker(agent);
                if (leg != null) {
                    leg.leave(step.at(), null);
                }
            }
            case ENDED, LOST -> throw new IllegalStateException("handled by the caller");
        }
    }

    private @Nullable Leg ring(@Nullable String agent, Instant at) {
        if (agent == null) {
            return null;
        }
        Leg leg = latest(agent);
        return leg != null && leg.isThere() ? leg : begin(agent, at);
    }

    private void answer(@Nullable String agent, Instant at) {
        if (agent == null) {
            return;
        }
        Leg leg = latest(agent);
        if (leg == null || !leg.isThere()) {
            leg = begin(agent, at);
        }
        leg.held = null;
        if (leg.place == Place.TALKING) {
            return;
        }
        for (Leg other : legs) {
            if (other != leg && other.isThere()) {
                if (other.place == Place.TALKING && leg.cameFrom == null) {
                    leg.cameFrom = other.agent;
                }
                other.leave(at, agent);
            }
        }
        leg.place = Place.TALKING;
        leg.answered = at;
    }

    private void transfer(@Nullable String to, Instant at) {
        Leg from = legs.stream()
                .filter(leg -> leg.place == Place.TALKING && !leg.agent.equals(to))
                .findFirst()
                .orElse(null);
        if (from != null) {
            from.leave(at, to);
        }
        Leg target = ring(to, at);
        if (target != null && from != null) {
            target.cameFrom = from.agent;
        }
    }

    private void end(Step last) {
        end = last.at();
        for (Leg leg : legs) {
            if (leg.isThere()) {
                leg.leave(last.at(), null);
                if (last.kind() == Kind.LOST) {
                    leg.place = Place.CLOSED;
                }
            }
        }
    }

    private Leg begin(String agent, Instant at) {
        int number =
                1 + (int) legs.stream().filter(leg -> leg.agent.equals(agent)).count();
        Leg leg = new Leg(agent, number, at);
        legs.add(leg);
        return leg;
    }

    private @Nullable Leg latest(String agent) {
        return legs.reversed().stream()
                .filter(leg -> leg.agent.equals(agent))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Leg talker(@Nullable String agent) {
        return legs.stream()
                .filter(leg -> leg.place == Place.TALKING && (agent == null || leg.agent.equals(agent)))
                .findFirst()
                .orElse(null);
    }

    /** Who answers when nobody is named: the only one at whom it rings, or who talks. */
    private @Nullable String someone() {
        List<Leg> there = legs.stream().filter(Leg::isThere).toList();
        return there.size() == 1 ? there.getFirst().agent : null;
    }

    private static final class Leg {
        private final String agent;
        private final int number;
        private final Instant began;
        private Place place = Place.RINGING;
        private @Nullable Instant answered;
        private @Nullable Instant held;
        private @Nullable Instant ended;
        private @Nullable String cameFrom;
        private @Nullable String wentTo;

        Leg(String agent, int number, Instant began) {
            this.agent = agent;
            this.number = number;
            this.began = began;
        }

        boolean isThere() {
            return place == Place.RINGING || place == Place.TALKING;
        }

        /** The line goes: who has talked writes things down, where it only rang there is nothing to do. */
        void leave(Instant at, @Nullable String to) {
            if (isThere()) {
                place = place == Place.TALKING ? Place.WRAP_UP : Place.CLOSED;
                ended = at;
                held = null;
                wentTo = to;
            }
        }

        Part part() {
            return new Part(agent, number, place, began, answered, held, ended, cameFrom, wentTo);
        }
    }
}
