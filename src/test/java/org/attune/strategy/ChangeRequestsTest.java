package org.attune.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.Records;
import org.attune.audit.AuditTrail;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Change requests: drafted, reviewed by a second person, published, rolled back. */
@AttuneTest
class ChangeRequestsTest {
    @Autowired
    ChangeRequests requests;

    @Autowired
    Strategies strategies;

    @Autowired
    LiveStrategy live;

    @Autowired
    AuditTrail trail;

    @Autowired
    ApplicationContext application;

    private StrategyDocument before = StrategyDocument.EMPTY;
    private Action first = Drafting.action("first", 1);
    private Action second = Drafting.action("second", 1);

    @BeforeEach
    void remember() {
        before = strategies.document();
        first = before.actions().get(0);
        second = before.actions().get(1);
    }

    @AfterEach
    void putBack() {
        strategies.publish(before, "put back", "test");
    }

    private static Action lasting(Action action, int minutes) {
        return Records.with(action, Map.of("minutes", minutes));
    }

    private StrategyDocument with(Action changed) {
        return before.with(before.catalog().with(changed));
    }

    private int minutes(Action action) {
        return Objects.requireNonNull(strategies.document().catalog().action(action.key()))
                .minutes();
    }

    private static void await(BooleanSupplier condition, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(2_000_000);
        }
        assertThat(condition.getAsBoolean()).as("within " + atMost).isTrue();
    }

    @Test
    void aDraftGoesLiveOnlyWhenItIsPublishedAndIsInTheTrail() {
        long base = strategies.revision();
        RevisionInfo draft = requests.draft(with(lasting(first, 41)), base, "Longer", "ana");
        assertThat(draft.state()).isEqualTo(RevisionState.DRAFT);
        assertThat(strategies.revision()).isEqualTo(base);

        requests.submit(draft.number(), "", "ana");
        requests.approve(draft.number(), "looks right", "ben");
        RevisionInfo published = requests.publish(draft.number(), "", "ben");

        assertThat(published.live()).isTrue();
        assertThat(strategies.revision()).isEqualTo(draft.number());
        assertThat(minutes(first)).isEqualTo(41);
        assertThat(requests.info(base).state()).isEqualTo(RevisionState.RETIRED);
        assertThat(published.steps().stream().map(step -> step.kind().key() + " " + step.who()))
                .containsExactly("drafted ana", "submitted ana", "approved ben", "published ben");
        assertThat(trail.latest("", "revision", 0, 10).stream()
                        .filter(entry -> entry.key().equals("" + draft.number()))
                        .map(entry -> entry.what()))
                .containsExactly("revision.published", "revision.approved", "revision.submitted", "revision.drafted");
    }

    @Test
    void nobodyApprovesTheirOwnChangeWhereASecondPersonIsRequired() {
        try (Node strict = new Node(application, "required")) {
            long number = strict.requests
                    .draft(with(lasting(first, 42)), strategies.revision(), "", "ana")
                    .number();
            assertThatThrownBy(() -> strict.requests.publish(number, "", "ben"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("approved");
            strict.requests.submit(number, "", "ana");
            assertThatThrownBy(() -> strict.requests.approve(number, "", "ana"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("Somebody else");
            strict.requests.approve(number, "", "ben");
            assertThat(strict.requests.publish(number, "", "ana").live()).isTrue();
        }
    }

    @Test
    void whereASecondPersonIsRequiredNoEditGoesAroundThemButTheKillSwitchDoes() {
        try (Node strict = new Node(application, "required")) {
            assertThatThrownBy(() -> strict.strategies.edit(first, lasting(first, 43), "ana"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("second person");
            long paused = strict.strategies.pause(first.key(), true, "ana");
            assertThat(strict.live.current().revision()).isEqualTo(paused);
        }
    }

    @Test
    void whatWasChangedMeanwhileElsewhereIsKept() {
        long draft = requests.draft(with(lasting(first, 44)), strategies.revision(), "", "ana")
                .number();
        strategies.pause(first.key(), true, "ben");
        strategies.edit(second, lasting(second, 45), "ben");

        RevisionInfo published = requests.publish(draft, "", "ana");

        assertThat(published.merged()).isTrue();
        assertThat(minutes(first)).isEqualTo(44);
        assertThat(minutes(second)).isEqualTo(45);
        assertThat(Objects.requireNonNull(strategies.document().catalog().action(first.key()))
                        .paused())
                .as("the kill switch of an action survives a draft that was made before it")
                .isTrue();
    }

    @Test
    void twoAdminsNeverOverwriteEachOther() {
        long draft = requests.draft(with(lasting(first, 46)), strategies.revision(), "", "ana")
                .number();
        strategies.edit(first, lasting(first, 47), "ben");

        ConflictException refused =
                catchThrowableOfType(ConflictException.class, () -> requests.publish(draft, "", "ana"));

        assertThat(refused.places().stream().map(Problem::place))
                .containsExactly("actions[" + first.key() + "].minutes");
        assertThat(minutes(first)).isEqualTo(47);
        assertThat(requests.info(draft).state()).isEqualTo(RevisionState.DRAFT);
    }

    @Test
    void rollingBackMakesTheOldNumberLiveAgainExactlyAsItWas() {
        long old = strategies.revision();
        StrategyDocument was = strategies.document();
        long newer = strategies.edit(first, lasting(first, 48), "ana");

        requests.rollBack(old, "too long", "ben");

        assertThat(strategies.revision()).isEqualTo(old);
        assertThat(strategies.document()).isEqualTo(was);
        assertThat(requests.info(newer).state()).isEqualTo(RevisionState.RETIRED);
        assertThat(strategies.edit(first, lasting(first, 49), "ana"))
                .as("no number is used twice")
                .isGreaterThan(newer);
        assertThat(requests.rollBack(newer, "", "ben").live())
                .as("and forward again")
                .isTrue();
        assertThat(minutes(first)).isEqualTo(48);
    }

    @Test
    void onlyWhatWasLiveOnceCanBeRolledBackTo() {
        long draft = requests.draft(before, strategies.revision(), "", "ana").number();
        assertThatThrownBy(() -> requests.rollBack(draft, "", "ana")).isInstanceOf(ConflictException.class);
        requests.discard(draft, "", "ana");
        assertThatThrownBy(() -> requests.publish(draft, "", "ana")).isInstanceOf(ConflictException.class);
    }

    @Test
    void aDraftWithErrorsIsRefusedWithAllOfThem() {
        StrategyDocument broken = before.with(
                new Catalog(before.issues(), before.groups(), List.of(lasting(first, 900), lasting(first, 901))));

        InvalidException refused = catchThrowableOfType(
                InvalidException.class, () -> requests.draft(broken, strategies.revision(), "", "ana"));

        assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void editsAreGatheredInOnesOwnDraft() {
        String me = "gathering-" + System.nanoTime();
        RevisionInfo one = requests.amend(d -> d.with(d.catalog().with(lasting(first, 51))), "", me);
        RevisionInfo two = requests.amend(d -> d.with(d.catalog().with(lasting(second, 52))), "", me);

        assertThat(two.number()).isEqualTo(one.number());
        Catalog drafted = requests.document(one.number()).catalog();
        assertThat(Objects.requireNonNull(drafted.action(first.key())).minutes())
                .isEqualTo(51);
        assertThat(Objects.requireNonNull(drafted.action(second.key())).minutes())
                .isEqualTo(52);
        requests.discard(one.number(), "", me);
    }

    @Test
    void anotherNodeDecidesWithTheNextRevisionWithinASecond() {
        try (Node other = new Node(application, "optional")) {
            long number = strategies.edit(first, lasting(first, 53), "ana");
            await(() -> other.live.current().revision() == number, Duration.ofSeconds(1));
            await(() -> !other.news.isEmpty(), Duration.ofSeconds(1));
            assertThat(other.news)
                    .anySatisfy(each -> assertThat(each).isInstanceOfSatisfying(StrategyPublished.class, published -> {
                        assertThat(published.revision()).isEqualTo(number);
                        assertThat(published.changedActions()).containsExactly(first.key());
                    }));

            long back = other.strategies.pause(second.key(), true, "ben");
            await(() -> live.current().revision() == back, Duration.ofSeconds(1));
            requests.rollBack(number, "", "ana");
            await(() -> other.live.current().revision() == number, Duration.ofSeconds(1));
        }
    }

    @Test
    void readersSeeOneRevisionOrTheNextAndNeverAMix() throws InterruptedException {
        long a = strategies.publish(stamped("A"), "A", "ana");
        long b = strategies.publish(stamped("B"), "B", "ana");
        AtomicBoolean running = new AtomicBoolean(true);
        List<String> mixed = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(Thread.ofPlatform().start(() -> {
                while (running.get()) {
                    Strategy seen = live.current();
                    String expected = seen.revision() == a ? "A" : "B";
                    boolean whole = seen.document().actions().stream()
                                    .allMatch(action -> action.benefit().en().equals(expected))
                            && seen.actions().stream()
                                    .allMatch(
                                            each -> each.action().benefit().en().equals(expected));
                    if (!whole) {
                        mixed.add(expected);
                    }
                }
            }));
        }
        for (int i = 0; i < 20; i++) {
            requests.rollBack(i % 2 == 0 ? a : b, "", "ana");
        }
        running.set(false);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(mixed).isEmpty();
    }

    private StrategyDocument stamped(String stamp) {
        List<Action> actions = before.actions().stream()
                .map(action -> new Action(
                        action.key(),
                        action.group(),
                        action.nature(),
                        action.title(),
                        LocalText.same(stamp),
                        action.minutes(),
                        action.companyValue(),
                        action.customerValue(),
                        action.cost(),
                        action.priceDelta(),
                        action.channels(),
                        action.starts(),
                        action.ends(),
                        action.startingPropensity(),
                        action.actionClass(),
                        action.paused(),
                        action.lever(),
                        action.engagement(),
                        action.treatments(),
                        action.members()))
                .toList();
        return before.with(new Catalog(before.issues(), before.groups(), actions));
    }

    @Test
    void racingEditsLoseNothing() throws InterruptedException {
        // Each edit either counts or is refused.
        int editors = 4;
        int edits = 25;
        int start = minutes(first);
        List<Thread> threads = new ArrayList<>();
        java.util.concurrent.atomic.AtomicInteger counted = new java.util.concurrent.atomic.AtomicInteger();
        for (int e = 0; e < editors; e++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < edits; ) {
                    Action now = Objects.requireNonNull(
                            strategies.document().catalog().action(first.key()));
                    try {
                        strategies.edit(now, lasting(now, (now.minutes() + 1) % 120), "race");
                        counted.incrementAndGet();
                        i++;
                    } catch (ConflictException again) {
                        Thread.onSpinWait();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(minutes(first)).isEqualTo((start + counted.get()) % 120);
    }
}
