package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.attune.audit.AuditEntry;
import org.attune.audit.AuditTrail;
import org.attune.catalog.Action;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The editor of one action. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class EditorTest extends StudioPages {
    @Autowired
    AuditTrail trail;

    @Test
    void aTypoInARuleIsNamedAtItsPlace() {
        publish("edit-typo");
        open("edit-typo");
        test(area("Suitability")).setValue("channel == 'branch' &&\n  reasn == 'billing'");
        assertThat(area("Suitability").isInvalid()).isTrue();
        assertThat(words()).contains("2:3", "There is no 'reasn'. Did you mean 'reason'?");
        assertThat(find(Pre.class).single().getText()).isEqualTo("  reasn == 'billing'\n  ^");
        long before = strategies.revision();
        press("Save");
        assertThat(strategies.revision()).isEqualTo(before);
        assertThat(area("Suitability").isInvalid()).isTrue();
        press("Use reason");
        assertThat(area("Suitability").getValue()).isEqualTo("channel == 'branch' &&\n  reason == 'billing'");
        assertThat(area("Suitability").isInvalid()).isFalse();
        press("Save");
        assertThat(current("edit-typo").engagement().suitability())
                .isEqualTo("channel == 'branch' &&\n  reason == 'billing'");
    }

    @Test
    void anEditGoesLiveAsTheNextRevisionAndIsInTheTrail() {
        publish("edit-live");
        open("edit-live");
        long before = strategies.revision();
        test(field("Title, English")).setValue("A better title");
        test(find(NumberField.class).withLabel("To the customer").single()).setValue(75.0);
        assertThat(words()).contains("Unsaved changes");
        fireShortcut(Key.KEY_S, KeyModifier.CONTROL);
        assertThat(strategies.revision()).isEqualTo(before + 1);
        assertThat(current("edit-live").title()).isEqualTo(new LocalText("A better title", "Titre de edit-live"));
        assertThat(current("edit-live").customerValue()).isEqualTo(75);
        assertThat(find(H1.class).single().getText()).isEqualTo("A better title");
        assertThat(words()).doesNotContain("Unsaved changes").contains("Action edited", "Title · EN");
        AuditEntry line = trail.latest("edit-live", "action", 0, 1).getFirst();
        assertThat(line.who()).isEqualTo("admin");
        assertThat(line.before()).contains("Title of edit-live");
        assertThat(line.after()).contains("A better title");
    }

    @Test
    void twoAdminsNeverOverwriteEachOther() {
        Action base = publish("edit-both");
        open("edit-both");
        test(field("Title, English")).setValue("Mine");
        ActionDraft theirs = new ActionDraft(base);
        theirs.minutes = 9;
        theirs.title = new LocalText("Theirs", "La leur");
        strategies.edit(base, theirs.toAction(), "admin2");
        press("Save");
        assertThat(current("edit-both").title().en()).isEqualTo("Theirs");
        assertThat(find(ConflictDialog.class).exists()).isTrue();
        press("Save my choice");
        assertThat(current("edit-both").title().en()).isEqualTo("Mine");
        assertThat(current("edit-both").minutes())
                .as("what only the other changed stays theirs")
                .isEqualTo(9);
        assertThat(field("Title, English").getValue()).isEqualTo("Mine");
    }

    @Test
    void theirVersionCanBeKept() {
        Action base = publish("edit-theirs");
        open("edit-theirs");
        test(field("Title, English")).setValue("Mine");
        ActionDraft theirs = new ActionDraft(base);
        theirs.title = new LocalText("Theirs", "La leur");
        long revision = strategies.edit(base, theirs.toAction(), "admin2");
        press("Save");
        press("Keep theirs");
        assertThat(strategies.revision()).isEqualTo(revision);
        assertThat(field("Title, English").getValue()).isEqualTo("Theirs");
    }

    @Test
    void whatIsWrongIsMarkedAtItsField() {
        publish("edit-wrong");
        open("edit-wrong");
        test(field("Title, English")).setValue("");
        test(find(NumberField.class).withLabel("To the company").single()).setValue(170.0);
        long before = strategies.revision();
        press("Save");
        assertThat(strategies.revision()).isEqualTo(before);
        assertThat(field("Title, English").getErrorMessage()).isEqualTo("An action needs a title.");
        assertThat(find(NumberField.class).withLabel("To the company").single().getErrorMessage())
                .isEqualTo("170 must be between 0 and 100.");
    }

    @Test
    void aToneCanBeAddedInBothLanguages() {
        publish("edit-tone");
        open("edit-tone");
        press("Add Gentle");
        test(area("Gentle, English")).setValue("Would that help?");
        press("Save");
        assertThat(find(TextArea.class).withLabel("Gentle, French").single().isInvalid())
                .as("a wording needs both languages")
                .isTrue();
        test(area("Gentle, French")).setValue("Est-ce que cela aiderait ?");
        press("Save");
        assertThat(current("edit-tone").treatments())
                .extracting(each -> each.tone())
                .isEqualTo(List.of(Tone.NEUTRAL, Tone.GENTLE));
    }

    @Test
    void unsavedChangesAreNotLostByLeaving() {
        publish("edit-leave");
        open("edit-leave");
        test(field("Title, English")).setValue("Half done");
        UI.getCurrent().navigate(CatalogView.class);
        assertThat(test(find(ConfirmDialog.class).single()).getHeader()).isEqualTo("Leave without saving?");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(field("Title, English").getValue()).isEqualTo("Half done");
    }
}
