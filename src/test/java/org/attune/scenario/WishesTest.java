package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.ActionClass;
import org.attune.customer.CustomerDraft;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.ChosenBy;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What customers wish of contact is kept and obeyed. */
class WishesTest extends ScenarioBed {
    private Decision decide(CustomerId customer, Channel channel, Map<String, Object> context) {
        return decisions.decide(new DecisionRequest(customer, channel, "", null, null, 10, context, null));
    }

    private static List<String> unwelcome(Decision decision) {
        return decision.dropped().stream()
                .filter(each -> each.rule().equals("wish"))
                .map(Dropped::action)
                .toList();
    }

    private List<String> ofClass(ActionClass kind, List<String> actions) {
        return actions.stream()
                .filter(key -> strategies.document().catalog().byKey().get(key).actionClass() == kind)
                .toList();
    }

    @Test
    void whoPrefersAnotherChannelGetsNoAdvertisingOnThisOne() {
        CustomerId mail = customer("wish-mail", Map.of(), Map.of("channel", "email"));
        CustomerId anywhere = customer("wish-any", Map.of(), Map.of());
        Decision sms = decide(mail, Channel.SMS, Map.of());
        assertThat(unwelcome(sms)).isNotEmpty();
        assertThat(ofClass(ActionClass.DEFAULT, unwelcome(sms))).isEqualTo(unwelcome(sms));
        assertThat(sms.recommendations())
                .as("what is no advertising still arrives")
                .allMatch(each ->
                        ofClass(ActionClass.DEFAULT, List.of(each.action())).isEmpty());
        assertThat(unwelcome(decide(anywhere, Channel.SMS, Map.of()))).isEmpty();
        assertThat(unwelcome(decide(mail, Channel.EMAIL, Map.of()))).isEmpty();
        assertThat(decisions.replay(sms.id()).identical()).isTrue();
    }

    @Test
    void whoCallsUsIsServedWhateverTheyPrefer() {
        CustomerId mail = customer("wish-calls-us", Map.of(), Map.of("channel", "email"));
        assertThat(unwelcome(decide(mail, Channel.CALL_CENTER, Map.of()))).isEmpty();
        assertThat(unwelcome(decide(mail, Channel.CALL_CENTER, Map.of("direction", "outbound"))))
                .isNotEmpty();
    }

    @Test
    void theToneThatIsToldDuringACallIsSpokenInTheNextDecision() {
        CustomerId robin = customer("wish-tone", Map.of(), Map.of("tone", "direct"));
        tell("wish-tone", "tone", "gentle");
        assertThat(decide(robin, Channel.CALL_CENTER, Map.of()).recommendations())
                .isNotEmpty()
                .extracting(Recommendation::treatment)
                .allSatisfy(line -> {
                    assertThat(line).isNotNull();
                    assertThat(line.chosenBy()).isIn(ChosenBy.PREFERENCE, ChosenBy.NEAREST);
                    assertThat(line.tone()).isNotEqualTo(Tone.DIRECT);
                });
        tell("wish-tone", "tone", null);
        assertThat(customers.context(robin, clock.instant()).preferences()).doesNotContainKey("tone");
    }

    @Test
    void aWishThatNobodyCouldObeyIsRefusedByName() {
        customer("wish-wrong", Map.of(), Map.of());
        assertThatThrownBy(() -> tell("wish-wrong", "quiet_hours", "evenings"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("18:00-09:00");
        assertThatThrownBy(() -> tell("wish-wrong", "channel", "pigeon")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> tell("wish-wrong", "tone", "loud")).isInstanceOf(InvalidException.class);
    }

    private void tell(String ref, String key, @Nullable String value) {
        Map<String, String> preferences = new HashMap<>();
        preferences.put(key, value);
        customers.put(
                new CustomerDraft(ref, null, null, null, null, null, preferences, null, null), "call-center", "agent");
    }
}
