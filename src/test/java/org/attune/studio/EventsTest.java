package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import java.util.Objects;
import org.attune.policy.EventRule;
import org.attune.ui.ActionButton;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Event rules in the studio. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class EventsTest extends StudioPages {
    private EventRule rule(String key) {
        return strategies.document().eventRules().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Grid<EventRule> rules() {
        return find(Grid.class).withAttribute("aria-label", "Event rules").single();
    }

    private void write(String key, String when) {
        press("New event rule");
        test(field("Key")).setValue(key);
        test(field("Label, English")).setValue("Test rule");
        test(field("Label, French")).setValue("Règle d’essai");
        @SuppressWarnings("unchecked")
        ComboBox<String> signal = find(ComboBox.class).withLabel("Signal").single();
        signal.setValue("praise-given");
        test(area("Only if")).setValue(when);
        test(area("Why call, English")).setValue("They were kind.");
        test(area("Why call, French")).setValue("Un mot aimable.");
    }

    @Test
    void everyRuleIsASentence() {
        navigate(EventsView.class);
        assertThat(test(rules()).size())
                .isEqualTo(strategies.document().eventRules().size());
        EventRule trip = rule("trip-abroad");
        EventSentences sentences = new EventSentences(strategies, new org.attune.catalog.Vocabulary());
        assertThat(sentences.of(trip))
                .isEqualTo("When “Trip abroad” arrives, somebody should call within 2 days. At most once in 21 days.");
    }

    @Test
    void aRuleIsCheckedWhileItIsTypedAndLiveWhenItIsSaved() {
        navigate(EventsView.class);
        write("studio-test-rule", "churn_rsk > 0.5");
        press("Save");
        assertThat(area("Only if").isInvalid()).isTrue();
        assertThat(strategies.document().eventRules())
                .noneMatch(each -> each.key().equals("studio-test-rule"));
        test(area("Only if")).setValue("churn_risk > 0.5");
        press("Save");
        EventRule saved = rule("studio-test-rule");
        assertThat(saved.when()).isEqualTo("churn_risk > 0.5");
        assertThat(saved.reachesOut()).isTrue();
        assertThat(saved.off()).isFalse();

        int row = row("studio-test-rule");
        test(named("Remove Test rule", test(rules()).getCellComponent(row, 4))).click();
        confirm();
        assertThat(strategies.document().eventRules())
                .noneMatch(each -> each.key().equals("studio-test-rule"));
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        navigate(EventsView.class);
        write("Not A Key", "");
        press("Save");
        EventRuleDialog dialog = find(EventRuleDialog.class).single();
        assertThat(dialog.marked()).contains("key");
        assertThat(Objects.requireNonNull(field("Key").getErrorMessage())).contains("lower-case");
    }

    @Test
    void oneClickSwitchesARuleOffAndOnAgain() {
        navigate(EventsView.class);
        EventRule before = rule("welcome");
        assertThat(before.off()).isFalse();
        test(rules()).getCellComponent(row("welcome"), 0);
        press(row("welcome"));
        assertThat(rule("welcome").off()).isTrue();
        press(row("welcome"));
        assertThat(rule("welcome")).isEqualTo(before);
    }

    private int row(String key) {
        for (int row = 0; row < test(rules()).size(); row++) {
            if (test(rules()).getRow(row).key().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no rule " + key);
    }

    private void press(int row) {
        test((ActionButton) test(rules()).getCellComponent(row, 0)).click();
    }
}
