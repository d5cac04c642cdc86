package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.attune.audit.AuditTrail;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Lever;
import org.attune.kernel.LocalText;
import org.attune.policy.Constraint;
import org.attune.strategy.PartEdit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** An admin makes, copies and retires actions without a developer. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class NewActionTest extends StudioPages {
    @Autowired
    AuditTrail trail;

    @Test
    void aNewActionIsNowhereBeforeItIsSavedAndBeginsPaused() {
        publish("new-sibling");
        forget("winter-help");
        navigate(CatalogView.class);
        press("New action");
        test(field("Title, English")).setValue("Winter help");
        test(field("Title, French")).setValue("Aide d’hiver");
        choose("Group", "studio-test");
        assertThat(field("Key").getValue()).isEqualTo("winter-help");
        long before = strategies.revision();
        press("Open the editor");
        assertThat(strategies.revision()).isEqualTo(before);
        assertThat(words()).contains("New");

        press("Save");
        assertThat(strategies.revision()).as("a spoken line is missing").isEqualTo(before);
        assertThat(area("Neutral, English").getErrorMessage()).isEqualTo("The spoken line is empty.");
        test(area("Neutral, English")).setValue("We can help with the heating bill.");
        test(area("Neutral, French")).setValue("Nous pouvons aider pour la facture de chauffage.");
        press("Save");

        Action made = current("winter-help");
        assertThat(made.title()).isEqualTo(new LocalText("Winter help", "Aide d’hiver"));
        assertThat(made.group()).isEqualTo("studio-test");
        assertThat(made.paused()).isTrue();
        assertThat(made.startingPropensity())
                .as("what its siblings were expected to reach")
                .isEqualTo(0.3);
        assertThat(trail.latest("winter-help", "action", 0, 1).getFirst().what())
                .isEqualTo("action.added");
        press("Resume");
        confirm();
        assertThat(current("winter-help").paused()).isFalse();
    }

    @Test
    void aCopyTakesEverythingButTheKeyTheLeverAndTheWordingsOwnKeys() {
        Action model = publish("copy-model");
        forget("copy-of-it");
        ActionDraft draft = new ActionDraft(model);
        draft.lever = new Lever(20, "Ada", "a campaign", null, null);
        draft.suitability = "channel == 'call-center'";
        strategies.edit(model, draft.toAction(), "test");
        open("copy-model");
        press("Copy");
        test(field("Title, English", NewActionDialog.class)).setValue("Copy of it");
        press("Open the editor");
        press("Save");
        Action copy = current("copy-of-it");
        assertThat(copy.engagement().suitability()).isEqualTo("channel == 'call-center'");
        assertThat(copy.lever()).isEqualTo(Lever.NONE);
        assertThat(copy.treatments()).extracting(each -> each.key()).containsExactly("copy-of-it-neutral");
        assertThat(copy.treatments().getFirst().script())
                .isEqualTo(model.treatments().getFirst().script());
    }

    @Test
    void whatOthersStillNeedIsNotRetiredAndSaysWhoNeedsIt() {
        publish("retire-needed");
        Constraint supply = new Constraint(
                "retire-supply",
                LocalText.same("Heaters"),
                List.of("retire-needed"),
                5,
                null,
                Constraint.DEFAULT_MINUTES);
        strategies.edit(PartEdit.constraint(null, supply), "test");
        open("retire-needed");
        press("Retire");
        assertThat(find(ListItem.class).all()).extracting(ListItem::getText).contains("Supply “Heaters”");
        assertThat(live.current().document().catalog().action("retire-needed")).isNotNull();
        confirm();
        strategies.edit(PartEdit.constraint(supply, null), "test");

        press("Retire");
        assertThat(test(find(ConfirmDialog.class).single()).getText()).contains("rolling back brings it back");
        confirm();
        assertThat(strategies.document().catalog().action("retire-needed")).isNull();
        assertThat(trail.latest("retire-needed", "action", 0, 1).getFirst().what())
                .isEqualTo("action.removed");
    }

    @Test
    void anEditOfWhatAColleagueRetiredMeanwhileIsNotLost() {
        Action base = publish("retire-raced");
        open("retire-raced");
        test(field("Title, English")).setValue("Still wanted");
        strategies.edit(PartEdit.action(base, null), "admin2");
        await(() -> {
            roundTrip();
            return words().stream().anyMatch(each -> each.contains("admin2 has taken this action out of the catalog"));
        });
        assertThat(strategies.document().catalog().action("retire-raced")).isNull();
        assertThat(field("Title, English").getValue()).isEqualTo("Still wanted");
        press("Save");
        assertThat(current("retire-raced").title().en()).isEqualTo("Still wanted");
    }

    @Test
    void aBundleIsMadeInTheEditor() {
        publish("bundle-a");
        publish("bundle-b");
        publish("bundle-ab");
        open("bundle-ab");
        test(find(com.vaadin.flow.component.combobox.MultiSelectComboBox.class)
                        .withLabel("Bundle of")
                        .single())
                .selectItem("Title of bundle-a", "Title of bundle-b");
        press("Save");
        assertThat(current("bundle-ab").members()).containsExactlyInAnyOrder("bundle-a", "bundle-b");
    }

    private void forget(String key) {
        Catalog catalog = live.current().document().catalog();
        Action there = catalog.action(key);
        if (there != null) {
            strategies.edit(PartEdit.action(there, null), "test");
        }
    }

    private TextField field(String label, Class<NewActionDialog> within) {
        return find(TextField.class, find(within).single()).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private void choose(String label, String value) {
        ComboBox<String> box = find(ComboBox.class, find(NewActionDialog.class).single())
                .withLabel(label)
                .single();
        box.setValue(value);
        assertThat(UI.getCurrent()).isNotNull();
    }
}
