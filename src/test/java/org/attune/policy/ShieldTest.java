package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.StateFact;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix of care: states x kinds of contact. */
class ShieldTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ShieldSettings FR = new ShieldSettings("fr", 90, List.of());

    private boolean stopped(Action action, String issue, ShieldSettings settings, CustomerContext customer) {
        return Shield.forbidden(customer, settings).stops(Shield.kinds(action, issue));
    }

    private boolean stopped(Nature nature, String issue, CustomerState... states) {
        return stopped(action(nature, 0), issue, ShieldSettings.DEFAULT, in(states));
    }

    @ParameterizedTest
    @EnumSource(CustomerState.class)
    void neverSellsLendsOrUpsellsInAnyProtectedState(CustomerState state) {
        assertThat(stopped(Nature.SALE, "service", state)).isTrue();
        assertThat(stopped(Nature.CREDIT, "service", state)).isTrue();
        assertThat(stopped(Nature.UPSELL, "retention", state)).isTrue();
        assertThat(stopped(Nature.HELP, "service", state)).isFalse();
        assertThat(stopped(Nature.CARE, "hardship", state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(CustomerState.class)
    void neverExploresOnAProtectedCustomer(CustomerState state) {
        assertThat(Shield.forbidden(in(state), ShieldSettings.DEFAULT).explores())
                .isFalse();
        assertThat(Shield.forbidden(in(), ShieldSettings.DEFAULT).explores()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"HARDSHIP", "ARREARS", "VULNERABILITY", "BEREAVEMENT", "OVER_INDEBTED", "DISCREET"})
    void collectionsMayOnlyOfferForbearanceInDifficulty(CustomerState state) {
        assertThat(stopped(Nature.COLLECTION, "collections", state)).isTrue();
        assertThat(stopped(Nature.COLLECTION, "service", state)).isTrue();
        assertThat(stopped(Nature.INFORMATION, "collections", state)).isTrue();
        assertThat(stopped(Nature.FORBEARANCE, "collections", state)).isFalse();
        assertThat(stopped(Nature.REPAYMENT, "hardship", state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"MORATORIUM", "ARRANGEMENT", "COMPLAINT_OPEN", "DISPUTE", "FRAUD_ALERT"})
    void collectionsAreSilentWhileDebtStandsStill(CustomerState state) {
        assertThat(stopped(Nature.COLLECTION, "collections", state)).isTrue();
        assertThat(stopped(Nature.FORBEARANCE, "collections", state)).isTrue();
        assertThat(stopped(Nature.REPAYMENT, "hardship", state)).isTrue();
        assertThat(stopped(Nature.FORBEARANCE, "hardship", state)).isFalse();
    }

    @Test
    void severalStatesProtectTogether() {
        assertThat(stopped(Nature.FORBEARANCE, "collections", CustomerState.HARDSHIP))
                .isFalse();
        assertThat(stopped(Nature.FORBEARANCE, "collections", CustomerState.HARDSHIP, CustomerState.MORATORIUM))
                .isTrue();
    }

    @Test
    void aHigherPriceIsASaleWhateverTheLabel() {
        for (Nature nature : Nature.values()) {
            assertThat(stopped(action(nature, 0.01), "service", ShieldSettings.DEFAULT, in(CustomerState.HARDSHIP)))
                    .as(nature.key())
                    .isTrue();
            assertThat(stopped(nature, "sales", CustomerState.HARDSHIP))
                    .as(nature.key())
                    .isTrue();
        }
    }

    @Test
    void aBundleIsJudgedAsItsMembersHoweverDeep() {
        Action loan = member("loan", "cards", Nature.CREDIT);
        Action inner = member("inner", "help", Nature.HELP, "loan");
        Action outer = member("outer", "help", Nature.HELP, "inner", "outer");
        Action lost = member("lost", "help", Nature.HELP, "gone");
        Action plain = member("plain", "help", Nature.HELP);
        int[] kinds = Shield.kinds(catalog(loan, inner, outer, lost, plain));
        for (int i = 0; i < 3; i++) {
            assertThat(ContactKind.CREDIT.in(kinds[i])).isTrue();
        }
        assertThat(ContactKind.of(kinds[3])).contains(ContactKind.SALE, ContactKind.COLLECTION, ContactKind.REPAYMENT);
        assertThat(kinds[4]).isZero();
    }

    @Test
    void noSaleDuringTheCoolOffAndAgainOnItsLastSecondPlusOne() {
        Action sale = action(Nature.SALE, 5);
        ShieldSettings forty = new ShieldSettings("", 40, List.of());
        assertThat(stopped(sale, "sales", forty, ended(Duration.ofDays(40).minusSeconds(1))))
                .isTrue();
        assertThat(stopped(sale, "sales", forty, ended(Duration.ofDays(40)))).isFalse();
        assertThat(stopped(sale, "sales", ShieldSettings.DEFAULT, ended(Duration.ofDays(89))))
                .isTrue();
        assertThat(stopped(action(Nature.COLLECTION, 0), "collections", forty, ended(Duration.ofDays(1))))
                .isFalse();
    }

    @Test
    void noSettingMakesTheCoolOffShorterThanThirtyDays() {
        ShieldSettings none = new ShieldSettings("", 0, List.of());
        assertThat(stopped(action(Nature.SALE, 5), "sales", none, ended(Duration.ofDays(29))))
                .isTrue();
    }

    @Test
    void settingsAndPresetsOnlyAdd() {
        List<ShieldSettings> all = new ArrayList<>(List.of(
                new ShieldSettings("unknown", 30, List.of()),
                new ShieldSettings("", 30, List.of(new ShieldSettings.Addition(CustomerState.HARDSHIP, List.of())))));
        for (ShieldPreset preset : ShieldPreset.values()) {
            all.add(new ShieldSettings(preset.key(), 30, List.of()));
            assertThat(preset.checkedOn()).isAfter("2026-01-01");
        }
        for (ShieldSettings settings : all) {
            for (CustomerState state : CustomerState.values()) {
                assertThat(Shield.matrix(state, settings) & Shield.matrix(state))
                        .isEqualTo(Shield.matrix(state));
            }
        }
        ShieldSettings more = new ShieldSettings(
                "", 90, List.of(new ShieldSettings.Addition(CustomerState.HARDSHIP, List.of(ContactKind.REPAYMENT))));
        assertThat(stopped(action(Nature.REPAYMENT, 0), "hardship", more, in(CustomerState.HARDSHIP)))
                .isTrue();
    }

    @Test
    void neverOffersCreditToSomebodyAtRiskOfDifficulty() {
        CustomerContext atRisk = customer(
                List.of(), Map.of("hardship_likely", new AttributeValue(true, NOW, "derived")), Map.of(), List.of());
        Protection protection = Shield.forbidden(atRisk, ShieldSettings.DEFAULT);
        Rejection rejection = protection.judge(Shield.kinds(action(Nature.CREDIT, 0), "sales"));
        assertThat(rejection).isNotNull();
        assertThat(rejection.rule()).isEqualTo(Protection.NO_CREDIT_AT_RISK);
        assertThat(protection.stops(Shield.kinds(action(Nature.SALE, 5), "sales")))
                .isFalse();
        assertThat(protection.guarded()).isFalse();
    }

    @Test
    void neverCallsToSellWithoutConsentGivenBefore() {
        int sale = Shield.kinds(action(Nature.SALE, 5), "sales");
        int upsell = Shield.kinds(action(Nature.UPSELL, 5), "sales");
        CustomerContext silent = in();
        CustomerContext holder = customer(List.of(), Map.of(), Map.of(), List.of(new Holding("mobile-40", null, null)));
        CustomerContext willing = customer(List.of(), Map.of(), Map.of("sales_calls", true), List.of());
        boolean calling = Shield.calling(Channel.CALL_CENTER, Map.of("direction", "outbound"));
        assertThat(calling).isTrue();
        assertThat(Shield.forbidden(silent, FR, true).stops(sale)).isTrue();
        assertThat(Shield.forbidden(silent, FR, false).stops(sale)).isFalse();
        assertThat(Shield.forbidden(willing, FR, true).stops(sale)).isFalse();
        assertThat(Shield.forbidden(holder, FR, true).stops(sale)).isTrue();
        assertThat(Shield.forbidden(holder, FR, true).stops(upsell)).isFalse();
        assertThat(Shield.forbidden(silent, FR, true).stops(upsell)).isTrue();
        assertThat(Shield.forbidden(silent, ShieldSettings.DEFAULT, true).stops(sale))
                .isFalse();
    }

    @Test
    void aBlockNamesTheRuleAndTheStates() {
        Protection protection =
                Shield.forbidden(in(CustomerState.HARDSHIP, CustomerState.DISPUTE), ShieldSettings.DEFAULT);
        Rejection rejection = protection.judge(Shield.kinds(action(Nature.SALE, 0), "sales"));
        assertThat(rejection).isNotNull();
        assertThat(rejection.stage()).isEqualTo("shield");
        assertThat(rejection.rule()).isEqualTo("no-sales-in-difficulty");
        assertThat(rejection.values()).containsEntry("states", List.of("hardship", "dispute"));
        Rejection repay = protection.judge(Shield.kinds(action(Nature.REPAYMENT, 0), "hardship"));
        assertThat(repay).isNotNull();
        assertThat(repay.values()).containsEntry("states", List.of("dispute"));
    }

    private static CustomerContext in(CustomerState... states) {
        return customer(
                Set.of(states).stream()
                        .sorted()
                        .map(s -> new StateFact(s, NOW.minus(Duration.ofDays(3)), null, "test", null))
                        .toList(),
                Map.of(),
                Map.of(),
                List.of());
    }

    private static CustomerContext ended(Duration ago) {
        StateFact fact =
                new StateFact(CustomerState.HARDSHIP, NOW.minus(Duration.ofDays(400)), NOW.minus(ago), "test", null);
        return customer(List.of(fact), Map.of(), Map.of(), List.of());
    }

    private static CustomerContext customer(
            List<StateFact> states,
            Map<String, AttributeValue> attributes,
            Map<String, Boolean> consents,
            List<Holding> holdings) {
        return new CustomerContext(
                new CustomerId(new UUID(1, 2)),
                NOW,
                "C-1",
                "Alex Martin",
                Language.EN,
                List.of(),
                attributes,
                consents,
                Map.of(),
                holdings,
                states,
                List.of());
    }

    private static Catalog catalog(Action... actions) {
        Group cards = new Group("cards", "service", LocalText.same("Cards"), Lever.NONE, Engagement.NONE);
        Group help = new Group("help", "service", LocalText.same("Help"), Lever.NONE, Engagement.NONE);
        return new Catalog(List.of(), List.of(cards, help), List.of(actions));
    }

    private static Action action(Nature nature, double priceDelta) {
        return action("a", "help", nature, priceDelta, List.of());
    }

    private static Action member(String key, String group, Nature nature, String... members) {
        return action(key, group, nature, 0, List.of(members));
    }

    private static Action action(String key, String group, Nature nature, double priceDelta, List<String> members) {
        return new Action(
                key,
                group,
                nature,
                LocalText.same(key),
                LocalText.same(""),
                1,
                10,
                10,
                BigDecimal.ZERO,
                BigDecimal.valueOf(priceDelta),
                EnumSet.allOf(Channel.class),
                null,
                null,
                0.3,
                ActionClass.DEFAULT,
                false,
                Lever.NONE,
                Engagement.NONE,
                List.of(),
                members);
    }
}
