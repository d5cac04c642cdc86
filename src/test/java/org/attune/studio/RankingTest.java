package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.ExplorationMethod;
import org.attune.catalog.Lever;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** The page of arbitration. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
class RankingTest extends StudioPages {
    @AfterEach
    void asItWas() {
        strategies.publish(strategies.document().with(ArbitrationSettings.DEFAULT), "test", "test");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void aFactorThatIsSwitchedOffAndAMixGoLiveTogether() {
        publish("ranking-page");
        navigate(ArbitrationView.class);
        // A switched-off lever and one percent more: nothing a persona of the demo would object to.
        Checkbox lever = find(Checkbox.class).withCaption("Lever").single();
        lever.setValue(false);
        IntegerField mix = find(IntegerField.class).all().stream()
                .filter(each -> each.getAriaLabel().orElse("").equals("Company’s share of value in Service"))
                .findFirst()
                .orElseThrow();
        mix.setValue(36);
        press("Publish");
        assertThat(strategies.document().arbitration().factors().lever()).isFalse();
        assertThat(strategies.document().catalog().issue("service"))
                .satisfies(each -> assertThat(each.mix()).isEqualTo(.36));
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    @SuppressWarnings("unchecked")
    void howThingsAreTriedOutIsAChoice() {
        publish("ranking-method");
        navigate(ArbitrationView.class);
        Select<ExplorationMethod> method =
                find(Select.class).withCaption("Tried out by").single();
        assertThat(method.getValue()).isEqualTo(ExplorationMethod.POSTERIOR);
        method.setValue(ExplorationMethod.INVERSE_GAP);
        assertThat(find(Span.class).all().stream().map(Span::getText))
                .anyMatch(text -> text.contains("never quite never"));
        press("Publish");
        assertThat(strategies.document().arbitration().explorationMethod()).isEqualTo(ExplorationMethod.INVERSE_GAP);
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void situationsAreSentencesThatCanBeTakenAway() {
        publish("ranking-situations");
        ContextWeight weight = new ContextWeight("billing", null, null, null, null, "high", "service", null, null, 55);
        ArbitrationSettings now = strategies.document().arbitration();
        strategies.publish(
                strategies
                        .document()
                        .with(new ArbitrationSettings(now.factors(), .02, .5, 3, List.of(weight), now.thresholds())),
                "test",
                "test");
        navigate(ArbitrationView.class);
        press("Remove: Calls about Billing, Many are calling: Service +55 %");
        press("Publish");
        assertThat(strategies.document().arbitration().contextWeights()).isEmpty();
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void twoAdminsDoNotOverwriteEachOthersRanking() {
        publish("ranking-conflict");
        navigate(ArbitrationView.class);
        find(Checkbox.class).withCaption("Lever").single().setValue(false);
        ArbitrationSettings theirs =
                new ArbitrationSettings(ArbitrationSettings.DEFAULT.factors(), .05, .5, 3, List.of());
        strategies.publish(strategies.document().with(theirs), "theirs", "admin2");
        press("Publish");
        assertThat(strategies.document().arbitration()).isEqualTo(theirs);
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void aLeverNeedsAnOwnerAndAReason() {
        publish("ranking-lever");
        navigate(ArbitrationView.class);
        AtomicReference<Lever> taken = new AtomicReference<>();
        new LeverDialog("Service", Lever.of(20), taken::set).open();
        press("Apply");
        assertThat(taken.get()).isNull();
        find(TextField.class).withCaption("Owner").single().setValue("Anna");
        find(TextField.class).withCaption("Reason").single().setValue("Spring campaign");
        press("Apply");
        assertThat(taken.get()).isEqualTo(new Lever(20, "Anna", "Spring campaign", null, null));
        assertThat(find(Dialog.class).all()).isEmpty();
    }
}
