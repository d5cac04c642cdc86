package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.attune.interaction.WrapUpBed;
import org.attune.interaction.WrapUpMode;
import org.attune.interaction.WrapUpRule;
import org.attune.interaction.WrapUpRules;
import org.attune.ui.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The rules of wrap-up, as an admin makes them. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class WrapUpPageTest extends StudioPages {
    @Autowired
    WrapUpRules rules;

    @SuppressWarnings("unchecked")
    private Select<WrapUpMode> mode() {
        return find(Select.class).withLabel("Wrap-up").single();
    }

    private TextField code(int number, String language) {
        return find(TextField.class)
                .withCondition(each -> each.getAriaLabel().equals(Optional.of("Code " + number + ", " + language)))
                .single();
    }

    @Test
    void anAdminGivesAQueueItsCodesAndItsTime() {
        String queue = WrapUpBed.name("page");
        navigate(WrapUpView.class);
        press("New queue");
        press("Save");
        assertThat(field("Queue").isInvalid()).isTrue();
        field("Queue").setValue(queue);
        mode().setValue(WrapUpMode.TIMED);
        press("Add a code");
        press("Add a code");
        code(1, "English").setValue("Solved");
        code(1, "French").setValue("Résolu");
        IntegerField seconds = find(IntegerField.class).withLabel("Seconds").single();
        seconds.setValue(5);
        press("Save");
        assertThat(seconds.isInvalid()).isTrue();
        assertThat(code(2, "English").isInvalid()).as("a code without a name").isTrue();
        assertThat(rules.own(queue)).isEmpty();
        seconds.setValue(45);
        code(2, "English").setValue("To follow up");
        press("Save");
        WrapUpRule kept = rules.own(queue).orElseThrow();
        assertThat(kept.mode()).isEqualTo(WrapUpMode.TIMED);
        assertThat(kept.seconds()).isEqualTo(45);
        assertThat(kept.codes()).extracting(each -> each.key()).containsExactly("solved", "to-follow-up");
        assertThat(kept.codes().getFirst().label().fr()).isEqualTo("Résolu");
        press("Remove rule");
        assertThat(rules.own(queue)).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownAndNotOverwritten() {
        String queue = WrapUpBed.queue(rules, WrapUpMode.REQUIRED);
        navigate(WrapUpView.class);
        WrapUpPanel panel = find(WrapUpPanel.class).single();
        panel.show(rules.own(queue).orElseThrow());
        rules.save(rules.own(queue).orElseThrow(), WrapUpBed.rule(queue, WrapUpMode.OPTIONAL), "somebody");
        mode().setValue(WrapUpMode.NONE);
        press("Save");
        assertThat(rules.own(queue).orElseThrow().mode()).isEqualTo(WrapUpMode.OPTIONAL);
        assertThat(find(Notices.class).single().getElement().getTextRecursively())
                .contains("Somebody else has changed this rule");
        assertThat(mode().getValue()).isEqualTo(WrapUpMode.OPTIONAL);
    }
}
