package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.policy.Constraint;
import org.attune.policy.ContactRule;
import org.attune.strategy.PartEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Contact policy in the studio: rules, limits and supplies as sentences, checked at their places, never overwritten. */
@WithMockUser(username = "admin", roles = "ADMIN")
class ContactPageTest extends StudioPages {
    private static final String LABEL = "Contact page test";

    @AfterEach
    void tidy() {
        strategies.document().contactPolicy().stream()
                .filter(each -> each.label().en().startsWith(LABEL))
                .forEach(each -> strategies.edit(PartEdit.rule(each, null), "test"));
        strategies.document().constraints().stream()
                .filter(each -> each.label().en().startsWith(LABEL))
                .forEach(each -> strategies.edit(PartEdit.constraint(each, null), "test"));
    }

    private void open() {
        navigate(ContactView.class);
    }

    private TextField text(String label) {
        return find(TextField.class).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private IntegerField number(String label) {
        return find(IntegerField.class).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> lines() {
        return find(ListItem.class).all().stream().map(ContactPageTest::words).toList();
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Test
    void aRuleIsSaidInBothLanguagesWhileItIsTypedAndGoesLive() {
        open();
        long before = strategies.revision();
        press("New rule");
        text("What the desk says, English").setValue(LABEL);
        number("Pause, days").setValue(45);

        assertThat(find(Paragraph.class).all().stream().map(ContactPageTest::words))
                .contains(
                        "After 2 refusals in one issue within 60 days, pause the issue for 45 days.",
                        "Après 2 refus dans un même enjeu en 60 jours, suspendre l’enjeu pendant 45 jours.");

        press("Save");
        assertThat(strategies.revision()).isEqualTo(before + 1);
        assertThat(strategies.document().contactPolicy())
                .filteredOn(each -> each.label().en().equals(LABEL))
                .singleElement()
                .extracting(ContactRule::key, ContactRule::pauseDays)
                .containsExactly("contact-page-test", 45);
    }

    @Test
    void whatIsWrongIsMarkedAtItsFieldAndNothingIsPublished() {
        open();
        long before = strategies.revision();
        press("New rule");
        text("What the desk says, English").setValue(LABEL);
        number("Pause, days").setValue(390);
        press("Save");

        assertThat(number("Pause, days").isInvalid()).isTrue();
        assertThat(number("Pause, days").getErrorMessage()).contains("400 days");
        assertThat(strategies.revision()).isEqualTo(before);
    }

    @Test
    void twoAdminsNeverOverwriteEachOther() {
        ContactRule rule =
                ContactRule.ofDays("contact-page-test", Outcome.DECLINED, "action", 1, 10, 10, LocalText.same(LABEL));
        strategies.edit(PartEdit.rule(null, rule), "admin2");
        open();
        press("Edit " + LABEL);
        number("Pause, days").setValue(20);
        ContactRule theirs =
                ContactRule.ofDays("contact-page-test", Outcome.DECLINED, "action", 1, 10, 77, LocalText.same(LABEL));
        strategies.edit(PartEdit.rule(rule, theirs), "admin2");

        press("Save");
        assertThat(find(Paragraph.class).all().stream().map(ContactPageTest::words))
                .anyMatch(
                        each -> each.startsWith("Somebody else has changed it meanwhile.") && each.contains("77 days"));
        assertThat(strategies.document().contactPolicy()).contains(theirs);

        press("Save");
        assertThat(strategies.document().contactPolicy())
                .filteredOn(each -> each.key().equals("contact-page-test"))
                .singleElement()
                .extracting(ContactRule::pauseDays)
                .isEqualTo(20);
    }

    @Test
    void anExhaustedStockSaysSo() {
        String action = strategies.document().actions().getFirst().key();
        strategies.edit(
                PartEdit.constraint(
                        null, new Constraint("contact-page-test", LocalText.same(LABEL), List.of(action), 0, null, 30)),
                "test");
        open();
        assertThat(lines())
                .anyMatch(each -> each.contains(LABEL)
                        && each.contains("0 used · 0 reserved · 0 left")
                        && each.contains("Exhausted"));
    }

    @Test
    void sentencesReadWellInFrench() {
        ContactSentences french = new ContactSentences(strategies.document(), Language.FR);
        ContactRule rule =
                new ContactRule("r", Outcome.DECLINED, "issue", "sales", null, 2, 60, null, 30, LocalText.same("x"));
        assertThat(UI.getCurrent()).isNotNull();
        assertThat(french.of(rule)).isEqualTo("Après 2 refus en Vente en 60 jours, suspendre Vente pendant 30 jours.");
    }
}
