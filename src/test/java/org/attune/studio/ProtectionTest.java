package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.attune.customer.CustomerState;
import org.attune.policy.ContactKind;
import org.attune.policy.ShieldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** The page of the protections. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
class ProtectionTest extends StudioPages {
    @AfterEach
    void asItWas() {
        strategies.publish(strategies.document().with(ShieldSettings.DEFAULT), "test", "test");
    }

    private NativeButton toggle(String label) {
        return find(NativeButton.class).all().stream()
                .filter(each -> each.getAriaLabel().orElse("").startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private long locks() {
        return find(Span.class).all().stream()
                .filter(each -> each.hasClassName("protection-locked"))
                .count();
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void aLockCannotBePressedAndAnAdditionGoesLive() {
        publish("protection-page");
        navigate(ProtectionView.class);
        assertThat(find(NativeButton.class).all())
                .noneMatch(each -> each.getAriaLabel().orElse("").contains("Sale:"));
        test(toggle("In arrears, Asking for repayment")).click();
        press("Publish");
        assertThat(strategies.document().shield().additions())
                .containsExactly(new ShieldSettings.Addition(CustomerState.ARREARS, List.of(ContactKind.REPAYMENT)));
        test(toggle("In arrears, Asking for repayment")).click();
        press("Publish");
        assertThat(strategies.document().shield()).isEqualTo(ShieldSettings.DEFAULT);
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    @SuppressWarnings("unchecked")
    void theFrenchPresetOnlyAddsLocks() {
        publish("protection-preset");
        navigate(ProtectionView.class);
        long before = locks();
        Select<String> preset = find(Select.class).single();
        preset.setValue("fr");
        assertThat(locks()).isGreaterThan(before);
        press("Publish");
        assertThat(strategies.document().shield().preset()).isEqualTo("fr");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void aCoolOffUnderThirtyDaysIsRefused() {
        publish("protection-cool-off");
        navigate(ProtectionView.class);
        IntegerField days = find(IntegerField.class).single();
        days.setValue(29);
        press("Publish");
        assertThat(days.isInvalid()).isTrue();
        assertThat(strategies.document().shield().coolOffDays()).isEqualTo(90);
    }
}
