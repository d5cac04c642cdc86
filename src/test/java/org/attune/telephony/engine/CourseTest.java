package org.attune.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.attune.telephony.engine.Part.Place;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a call is, whatever order its events come in. */
class CourseTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Step> steps = new ArrayList<>();

    private CourseTest then(int second, Kind kind, @Nullable String agent) {
        steps.add(new Step("e" + steps.size(), kind, START.plusSeconds(second), agent));
        return this;
    }

    private List<Part> parts() {
        return Course.of(steps).parts();
    }

    private static String words(Part part) {
        return part.agent() + " " + part.place();
    }

    @Test
    void ringsIsAnsweredAndEndsInWritingThingsDown() {
        then(0, Kind.RINGING, "ana");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana RINGING");
        then(5, Kind.ANSWERED, "ana");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana TALKING");
        then(60, Kind.ENDED, null);
        Part part = parts().getFirst();
        assertThat(part.place()).isEqualTo(Place.WRAP_UP);
        assertThat(part.answered()).isEqualTo(START.plusSeconds(5));
        assertThat(part.ended()).isEqualTo(START.plusSeconds(60));
        assertThat(Course.of(steps).end()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void aCallNobodyTookLeavesNothingToDo() {
        then(0, Kind.RINGING, "ana").then(20, Kind.ENDED, null);
        assertThat(parts()).map(CourseTest::words).containsExactly("ana CLOSED");
    }

    @Test
    void lateEventsNeverReviveAnEndedCall() {
        then(0, Kind.RINGING, "ana").then(5, Kind.ANSWERED, "ana").then(60, Kind.ENDED, null);
        List<Part> ended = parts();
        then(61, Kind.ANSWERED, "ana").then(62, Kind.RINGING, "tom").then(63, Kind.TRANSFERRED, "tom");
        then(64, Kind.ENDED, null);
        assertThat(parts()).isEqualTo(ended);
    }

    @Test
    void answeringAgainTakesTheCallOffHold() {
        then(0, Kind.ANSWERED, "ana").then(10, Kind.HELD, "ana");
        assertThat(parts().getFirst().heldSince()).isEqualTo(START.plusSeconds(10));
        then(20, Kind.ANSWERED, "ana");
        assertThat(parts()).singleElement().satisfies(part -> {
            assertThat(part.heldSince()).isNull();
            assertThat(part.answered()).isEqualTo(START);
        });
    }

    @Test
    void whoAnswersFirstHasTheCallAndForOthersItIsOver() {
        then(0, Kind.RINGING, "ana").then(0, Kind.RINGING, "tom").then(3, Kind.ANSWERED, "tom");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana CLOSED", "tom TALKING");
        assertThat(parts().getFirst().wentTo()).isEqualTo("tom");
        assertThat(parts().getLast().cameFrom()).as("it was never with ana").isNull();
    }

    @Test
    void aTransferLeavesOneAgentAndRingsAtTheOther() {
        then(0, Kind.ANSWERED, "ana").then(30, Kind.TRANSFERRED, "tom");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana WRAP_UP", "tom RINGING");
        assertThat(parts().getFirst().wentTo()).isEqualTo("tom");
        assertThat(parts().getLast().cameFrom()).isEqualTo("ana");
        then(32, Kind.ANSWERED, "tom");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana WRAP_UP", "tom TALKING");
    }

    @Test
    void aCallThatComesBackIsAnotherPart() {
        then(0, Kind.ANSWERED, "ana").then(30, Kind.TRANSFERRED, "tom").then(32, Kind.ANSWERED, "tom");
        then(60, Kind.TRANSFERRED, "ana");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana WRAP_UP", "tom WRAP_UP", "ana RINGING");
        assertThat(parts().getLast().number()).isEqualTo(2);
    }

    @Test
    void aTransferToSomebodyOutsideIsTheEndForTheAgent() {
        then(0, Kind.ANSWERED, "ana").then(30, Kind.TRANSFERRED, null);
        assertThat(parts()).map(CourseTest::words).containsExactly("ana WRAP_UP");
    }

    @Test
    void itStopsRingingWhereNobodyAnswersAndGoesOnElsewhere() {
        then(0, Kind.RINGING, "ana").then(15, Kind.RELEASED, "ana").then(16, Kind.RINGING, "tom");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana CLOSED", "tom RINGING");
        then(30, Kind.RINGING, "ana");
        assertThat(parts()).map(CourseTest::words).containsExactly("ana CLOSED", "tom RINGING", "ana RINGING");
    }

    @Test
    void silenceClosesWithoutAnythingToWriteDown() {
        then(0, Kind.ANSWERED, "ana").then(9_000, Kind.LOST, null);
        assertThat(parts()).map(CourseTest::words).containsExactly("ana CLOSED");
    }

    @Test
    void anAnswerThatNamesNobodyIsOfTheOneWhoRings() {
        then(0, Kind.RINGING, "ana").then(3, Kind.ANSWERED, null);
        assertThat(parts()).map(CourseTest::words).containsExactly("ana TALKING");
    }

    /** Every order of arrival comes to the same; the seed makes a failure repeatable. */
    @Test
    void theOrderOfArrivalDoesNotMatter() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            steps.clear();
            int second = 0;
            int length = 2 + random.nextInt(10);
            for (int i = 0; i < length; i++) {
                second += random.nextInt(3);
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                then(
                        second,
                        kind,
                        random.nextInt(4) == 0
                                ? null
                                : List.of("ana", "tom", "zoe").get(random.nextInt(3)));
            }
            List<Part> inOrder = parts();
            List<Step> shuffled = new ArrayList<>(steps);
            Collections.shuffle(shuffled, random);
            assertThat(Course.of(shuffled).parts())
                    .as("round " + round + ": " + steps)
                    .isEqualTo(inOrder);
            assertThat(inOrder.stream().filter(part -> part.place() == Place.TALKING))
                    .as("one agent talks to the customer: " + steps)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
