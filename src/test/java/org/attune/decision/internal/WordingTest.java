package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Engagement;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.StateFact;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Recommendation.ChosenBy;
import org.attune.kernel.Channel;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.attune.learning.TreatmentModel;
import org.attune.policy.Shield;
import org.attune.policy.ShieldSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Treatment choice: tone preference first, then what was answered best, gentle for the protected. */
class WordingTest {
    /** The direct wording is accepted by nine in ten, the others by one in ten. */
    private static final TreatmentModel DIRECT_WORKS =
            (position, action, treatment) -> new TreatmentModel.Counts(treatment.equals("direct") ? 900 : 100, 1000);

    private Wording.Choice choose(
            TreatmentModel answers,
            @Nullable Tone asked,
            Map<String, String> preferences,
            boolean hardship,
            Tone... has) {
        Moment moment = moment(asked, preferences, hardship);
        Wording wording =
                new Wording(answers, 100, moment, Shield.forbidden(moment.customer(), ShieldSettings.DEFAULT));
        return wording.choose(action(has)).getFirst();
    }

    @Test
    void theCustomersOwnToneComesBeforeWhatWorksOnAverage() {
        Wording.Choice choice = choose(DIRECT_WORKS, null, Map.of("tone", "gentle"), false, Tone.values());
        assertThat(choice.treatment().tone()).isEqualTo(Tone.GENTLE);
        assertThat(choice.why()).isEqualTo(ChosenBy.PREFERENCE);
    }

    @Test
    void withoutAPreferenceTheWordingThatIsAnsweredBestIsSaid() {
        Wording.Choice choice = choose(DIRECT_WORKS, null, Map.of(), false, Tone.values());
        assertThat(choice.treatment().tone()).isEqualTo(Tone.DIRECT);
        assertThat(choice.why()).isEqualTo(ChosenBy.LEARNED);
    }

    @Test
    void aProtectedCustomerIsSpokenToGentlyUnlessTheyPreferOtherwise() {
        assertThat(choose(DIRECT_WORKS, null, Map.of(), true, Tone.values())
                        .treatment()
                        .tone())
                .isEqualTo(Tone.GENTLE);
        assertThat(choose(DIRECT_WORKS, null, Map.of("tone", "direct"), true, Tone.values())
                        .treatment()
                        .tone())
                .isEqualTo(Tone.DIRECT);
    }

    @Test
    void whereNothingIsKnownItIsNeutral() {
        Wording.Choice choice = choose(TreatmentModel.NONE, null, Map.of(), false, Tone.values());
        assertThat(choice.treatment().tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(choice.why()).isEqualTo(ChosenBy.USUAL);
    }

    @Test
    void aMissingToneFallsBackToTheNearestAndSaysSo() {
        Wording.Choice choice = choose(DIRECT_WORKS, Tone.GENTLE, Map.of(), false, Tone.DIRECT, Tone.NEUTRAL);
        assertThat(choice.treatment().tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(choice.why()).isEqualTo(ChosenBy.NEAREST);
    }

    private static Moment moment(@Nullable Tone asked, Map<String, String> preferences, boolean hardship) {
        Moment any = new RandomWorld(3).moment();
        CustomerContext who = any.customer();
        List<StateFact> states = hardship
                ? List.of(new StateFact(
                        CustomerState.HARDSHIP, RandomWorld.NOW.minus(Duration.ofDays(2)), null, "test", null))
                : List.of();
        CustomerContext customer = new CustomerContext(
                who.id(),
                who.at(),
                who.ref(),
                who.displayName(),
                Language.EN,
                List.of(),
                Map.of(),
                Map.of(),
                preferences,
                List.of(),
                states,
                List.of());
        DecisionRequest request =
                new DecisionRequest(who.id(), Channel.CALL_CENTER, "", Language.EN, asked, null, Map.of(), null);
        return new Moment(
                any.id(),
                request,
                customer,
                List.of(),
                any.dictionary(),
                any.strategy(),
                any.today(),
                new TreeMap<>(),
                hardship,
                false,
                Map.of());
    }

    private static Action action(Tone... tones) {
        return new Action(
                "a",
                "g",
                Nature.HELP,
                LocalText.same("Title"),
                LocalText.same(""),
                1,
                1,
                1,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Set.of(Channel.CALL_CENTER),
                null,
                null,
                .3,
                ActionClass.DEFAULT,
                false,
                Lever.NONE,
                Engagement.NONE,
                List.of(tones).stream()
                        .map(tone -> new Treatment(tone.key(), tone, LocalText.same("Hello")))
                        .toList(),
                List.of());
    }
}
