package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Not the same thing again too soon, and the agent sees from when. What must be said is not held back by selling. */
class ContactPolicyTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalText LABEL = new LocalText("Declined recently", "Refusé récemment");

    private static Action action(String key, String group, ActionClass actionClass, String... members) {
        return new Action(
                key,
                group,
                Nature.SALE,
                LocalText.same(key),
                LocalText.same(""),
                3,
                50,
                50,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                Set.of(Channel.CALL_CENTER),
                null,
                null,
                0.2,
                actionClass,
                false,
                Lever.NONE,
                Engagement.NONE,
                List.of(),
                List.of(members));
    }

    private static Action action(String key) {
        return action(key, "savings", ActionClass.DEFAULT);
    }

    private static PastOffer offer(String action, Outcome state, LocalDateTime at, ZoneId zone) {
        return new PastOffer(
                action,
                "sales",
                "savings",
                Channel.CALL_CENTER,
                state,
                at.atZone(zone).toInstant(),
                null);
    }

    private static PastOffer offer(String action, Outcome state, String day) {
        return offer(action, state, LocalDate.parse(day).atTime(12, 0), PARIS);
    }

    private static PastOffer inConversation(InteractionId conversation, String action, Outcome state, String day) {
        Instant at = LocalDate.parse(day).atTime(12, 0).atZone(PARIS).toInstant();
        return new PastOffer(action, "sales", "savings", Channel.CALL_CENTER, state, at, null, conversation, at, null);
    }

    private static ContactRule rule(Outcome outcome, String scope, int count, int window, int pause) {
        return ContactRule.ofDays("rule", outcome, scope, count, window, pause, LABEL);
    }

    private static ContactPolicy policy(ContactRule... rules) {
        return new ContactPolicy(List.of(rules), PARIS);
    }

    private static @Nullable String again(ContactPolicy policy, Action action, String day, List<PastOffer> past) {
        ContactPolicy.Ledger ledger = policy.open(past, LocalDate.parse(day));
        int code = ledger.judge(action, "sales");
        return code == ContactPolicy.Ledger.PASSES
                ? null
                : (String) ledger.rejection(code).values().get("again");
    }

    @Test
    void whatWasDeclinedComesBackExactlyOnTheNamedDay() {
        ContactPolicy policy = policy(rule(Outcome.DECLINED, "action", 1, 1, 90));
        List<PastOffer> past = List.of(offer("loan", Outcome.DECLINED, "2026-11-23"));

        assertThat(again(policy, action("loan"), "2027-02-20", past)).isEqualTo("2027-02-21");
        assertThat(again(policy, action("loan"), "2027-02-21", past)).isNull();
    }

    @Test
    void theReasonNamesTheDayAsPeopleWriteIt() {
        ContactPolicy policy = policy(rule(Outcome.DECLINED, "action", 1, 1, 90));
        ContactPolicy.Ledger ledger =
                policy.open(List.of(offer("loan", Outcome.DECLINED, "2026-11-23")), LocalDate.parse("2026-12-01"));
        LocalText words =
                ledger.rejection(ledger.judge(action("loan"), "sales")).words();

        assertThat(words.en()).isEqualTo("Declined recently: again from 21 Feb 2027");
        assertThat(words.fr()).isEqualTo("Refusé récemment : de nouveau dès le 21 février 2027");
        assertThat(Again.day(LocalDate.parse("2027-03-01")).fr()).isEqualTo("1er mars 2027");
    }

    @Test
    void twoDeclinesCountTogetherOnlyInsideTheWindow() {
        ContactPolicy policy = policy(rule(Outcome.DECLINED, "issue", 2, 60, 30));

        assertThat(again(
                        policy,
                        action("card"),
                        "2026-03-10",
                        List.of(
                                offer("loan", Outcome.DECLINED, "2026-03-01"),
                                offer("fund", Outcome.DECLINED, "2026-01-01"))))
                .as("59 days apart: first and last day lie in a window of 60")
                .isEqualTo("2026-03-31");
        assertThat(again(
                        policy,
                        action("card"),
                        "2026-03-10",
                        List.of(
                                offer("loan", Outcome.DECLINED, "2026-03-02"),
                                offer("fund", Outcome.DECLINED, "2026-01-01"))))
                .as("60 days apart")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-03-28, 2026-03-29",
        "Europe/Paris, 2026-10-24, 2026-10-25",
        "America/New_York, 2026-03-07, 2026-03-08",
        "America/New_York, 2026-10-31, 2026-11-01",
        "Europe/Paris, 2028-02-28, 2028-02-29"
    })
    void nightsOfTwentyThreeOrTwentyFiveHoursAndLeapDaysAreDaysLikeOthers(
            String zone, LocalDate before, LocalDate night) {
        ZoneId tenant = ZoneId.of(zone);
        ContactPolicy policy = new ContactPolicy(List.of(rule(Outcome.DECLINED, "action", 1, 1, 2)), tenant);
        for (LocalDateTime at : List.of(
                before.atTime(0, 0),
                before.atTime(23, 59, 59),
                night.atTime(0, 0),
                night.atTime(23, 59, 59, 999_999_000))) {
            List<PastOffer> past = List.of(offer("loan", Outcome.DECLINED, at, tenant));
            LocalDate day = at.toLocalDate();
            for (int i = 0; i < 2; i++) {
                assertThat(policy.judge("loan", "savings", "sales", past, day.plusDays(i)))
                        .isNotNull();
            }
            assertThat(policy.judge("loan", "savings", "sales", past, day.plusDays(2)))
                    .isNull();
        }
    }

    @Test
    void aWindowOverTheDayAddedInALeapYearIsOneDayLonger() {
        ContactPolicy policy = policy(rule(Outcome.DECLINED, "action", 2, 2, 10));
        assertThat(again(
                        policy,
                        action("loan"),
                        "2027-03-02",
                        List.of(
                                offer("loan", Outcome.DECLINED, "2027-03-01"),
                                offer("loan", Outcome.DECLINED, "2027-02-28"))))
                .isNotNull();
        assertThat(again(
                        policy,
                        action("loan"),
                        "2028-03-02",
                        List.of(
                                offer("loan", Outcome.DECLINED, "2028-03-01"),
                                offer("loan", Outcome.DECLINED, "2028-02-28"))))
                .isNull();
    }

    @Test
    void theDayIsTheCustomersAndNotThatOfTheServer() {
        ContactPolicy policy = policy(rule(Outcome.DECLINED, "action", 1, 1, 1));
        PastOffer late =
                offer("loan", Outcome.DECLINED, LocalDate.parse("2026-07-01").atTime(0, 30), PARIS);

        assertThat(again(policy, action("loan"), "2026-07-01", List.of(late)))
                .as("00:30 in Paris is still the day before in UTC")
                .isEqualTo("2026-07-02");
    }

    @Test
    void scopesReachTheActionItsGroupItsIssueOrEverything() {
        List<PastOffer> past = List.of(offer("loan", Outcome.DECLINED, "2026-05-01"));
        Action sibling = action("fund");
        Action cousin = action("phone", "mobile", ActionClass.DEFAULT);

        assertThat(again(policy(rule(Outcome.DECLINED, "action", 1, 1, 9)), sibling, "2026-05-02", past))
                .isNull();
        assertThat(again(policy(rule(Outcome.DECLINED, "group", 1, 1, 9)), sibling, "2026-05-02", past))
                .isNotNull();
        assertThat(again(policy(rule(Outcome.DECLINED, "group", 1, 1, 9)), cousin, "2026-05-02", past))
                .isNull();
        assertThat(again(policy(rule(Outcome.DECLINED, "issue", 1, 1, 9)), cousin, "2026-05-02", past))
                .isNotNull();
        ContactPolicy any = policy(rule(Outcome.DECLINED, "any", 1, 1, 9));
        assertThat(any.open(past, LocalDate.parse("2026-05-02")).judge(cousin, "service"))
                .isPositive();
    }

    @Test
    void whatMustBeSaidIsNotHeldBackByWhatWasSold() {
        List<PastOffer> past = List.of(offer("loan", Outcome.DECLINED, "2026-05-01"));
        ContactPolicy policy = policy(rule(Outcome.DECLINED, "any", 1, 1, 9));

        assertThat(again(policy, action("notice", "savings", ActionClass.MANDATORY), "2026-05-02", past))
                .isNull();
        assertThat(again(policy, action("receipt", "savings", ActionClass.TRANSACTIONAL), "2026-05-02", past))
                .isNull();
        assertThat(again(policy, action("card"), "2026-05-02", past)).isNotNull();
    }

    @Test
    void whatWasAcceptedIsClosedUnlessARuleSaysForHowLong() {
        List<PastOffer> past = List.of(offer("loan", Outcome.ACCEPTED, "2026-01-01"));

        assertThat(again(policy(), action("loan"), "2026-12-31", past)).isNotNull();
        assertThat(again(policy(), action("card"), "2026-12-31", past)).isNull();
        assertThat(again(policy(rule(Outcome.ACCEPTED, "action", 1, 30, 30)), action("loan"), "2026-01-31", past))
                .isNull();
        assertThat(again(
                        policy(),
                        action("loan"),
                        "2026-01-02",
                        List.of(offer("loan", Outcome.CANCELLED, "2026-01-01"))))
                .isNull();
    }

    @Test
    void whoAskedToWaitIsLeftAloneUntilTheNamedDay() {
        Instant at = Instant.parse("2026-05-01T10:00:00Z");
        PastOffer put = new PastOffer(
                "loan", "sales", "savings", Channel.CALL_CENTER, Outcome.NOT_NOW, at, LocalDate.parse("2026-06-15"));

        assertThat(again(policy(), action("loan"), "2026-06-14", List.of(put))).isEqualTo("2026-06-15");
        assertThat(again(policy(), action("loan"), "2026-06-15", List.of(put))).isNull();
    }

    @Test
    void conversationsAreAWindowToo() {
        ContactPolicy policy =
                policy(new ContactRule("three", Outcome.PRESENTED, "action", null, null, 3, 0, 4, 30, LABEL));
        InteractionId[] talks = new InteractionId[5];
        for (int i = 0; i < talks.length; i++) {
            talks[i] = InteractionId.next();
        }
        List<PastOffer> within = List.of(
                inConversation(talks[3], "loan", Outcome.DECLINED, "2026-05-20"),
                inConversation(talks[2], "card", Outcome.DECLINED, "2026-05-10"),
                inConversation(talks[1], "loan", Outcome.DECLINED, "2026-03-10"),
                inConversation(talks[0], "loan", Outcome.DECLINED, "2026-01-10"));
        List<PastOffer> spread = List.of(
                inConversation(talks[4], "loan", Outcome.DECLINED, "2026-05-20"),
                inConversation(talks[3], "card", Outcome.DECLINED, "2026-05-10"),
                inConversation(talks[2], "card", Outcome.DECLINED, "2026-04-10"),
                inConversation(talks[1], "loan", Outcome.DECLINED, "2026-03-10"),
                inConversation(talks[0], "loan", Outcome.DECLINED, "2026-01-10"));

        assertThat(again(policy, action("loan"), "2026-05-21", within)).isEqualTo("2026-06-19");
        assertThat(again(policy, action("loan"), "2026-05-21", spread)).isNull();
    }

    @Test
    void sayingItTwiceInOneConversationIsSayingItOnce() {
        ContactPolicy policy = policy(rule(Outcome.PRESENTED, "action", 2, 30, 30));
        InteractionId talk = InteractionId.next();
        List<PastOffer> once = List.of(
                inConversation(talk, "loan", Outcome.PRESENTED, "2026-05-20"),
                inConversation(talk, "loan", Outcome.PRESENTED, "2026-05-20"));

        assertThat(again(policy, action("loan"), "2026-05-21", once)).isNull();
    }

    @Test
    void aCardDoesNotVanishBecauseSomebodyLooksAtIt() {
        ContactPolicy policy = policy(rule(Outcome.SHOWN, "action", 1, 7, 7));
        InteractionId talk = InteractionId.next();
        List<PastOffer> past = List.of(inConversation(talk, "loan", Outcome.SHOWN, "2026-05-20"));
        LocalDate day = LocalDate.parse("2026-05-20");

        assertThat(policy.open(past, day, talk).judge(action("loan"), "sales")).isZero();
        assertThat(policy.open(past, day, InteractionId.next()).judge(action("loan"), "sales"))
                .isPositive();
    }

    @Test
    void acceptingABundleAcceptsItsMembers() {
        Action bundle = action("all-in", "mobile", ActionClass.DEFAULT, "loan", "card");
        Catalog catalog = new Catalog(
                List.of(),
                List.of(
                        new Group("savings", "sales", LABEL, Lever.NONE, Engagement.NONE),
                        new Group("mobile", "sales", LABEL, Lever.NONE, Engagement.NONE)),
                List.of(action("loan"), action("card"), action("fund"), bundle));
        ContactPolicy policy = new ContactPolicy(List.of(), catalog, PARIS);
        List<PastOffer> past = List.of(offer("all-in", Outcome.ACCEPTED, "2026-05-01"));

        assertThat(again(policy, action("loan"), "2026-05-02", past)).isNotNull();
        assertThat(again(policy, action("card"), "2026-05-02", past)).isNotNull();
        assertThat(again(policy, action("fund"), "2026-05-02", past)).isNull();
        assertThat(again(
                        policy, action("loan"), "2026-05-02", List.of(offer("all-in", Outcome.DECLINED, "2026-05-01"))))
                .isNull();
    }
}
