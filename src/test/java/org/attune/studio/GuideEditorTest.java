package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.ListItem;
import java.util.Arrays;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.GuideStep;
import org.attune.catalog.GuideStep.Choice;
import org.attune.catalog.LegalSentence;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** F39 in the editor: guides and legal sentences are read, changed and refused at their place. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class GuideEditorTest extends StudioPages {
    private static GuideStep step(String key, @Nullable Outcome suggests, String... to) {
        return new GuideStep(
                key,
                new LocalText("Now " + key, "Maintenant " + key),
                Arrays.stream(to)
                        .map(each -> new Choice(new LocalText("To " + each, "Vers " + each), each))
                        .toList(),
                suggests);
    }

    private void opened(String key) {
        Action action = publish(key);
        strategies.edit(
                action,
                action.saying(
                        List.of(new LegalSentence("days", new LocalText("Fourteen days.", "Quatorze jours."))),
                        List.of(
                                step("one", null, "two", "end"),
                                step("two", null, "end"),
                                step("end", Outcome.ACCEPTED))),
                "admin");
        open(key);
    }

    private List<String> steps() {
        return find(ListItem.class).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .filter(each -> each.contains("Now"))
                .toList();
    }

    @Test
    void aGuideReadsLikeATalkAndAStepIsChanged() {
        opened("guide-read");
        assertThat(steps()).hasSize(3);
        assertThat(steps().getFirst()).contains("Now one", "To two → 2 · Now two", "To end → 3 · Now end");
        assertThat(steps().getLast()).contains("The guide ends here. Answer to record: Accepted");
        test(find(ActionButton.class).all().stream()
                        .filter(each -> each.label().equals("Change"))
                        .findFirst()
                        .orElseThrow())
                .click();
        test(area("What is said, English")).setValue("Now or never");
        test(area("Sentence, English")).setValue("Thirty days.");
        test(area("Sentence, French")).setValue("Trente jours.");
        press("Save");
        Action live = current("guide-read");
        assertThat(live.guide().getFirst().text()).isEqualTo(new LocalText("Now or never", "Maintenant one"));
        assertThat(live.guide().getFirst().choices()).hasSize(2);
        assertThat(live.legal().getFirst().text()).isEqualTo(new LocalText("Thirty days.", "Trente jours."));
    }

    @Test
    void whatDoesNotHoldTogetherIsSaidAtItsStep() {
        opened("guide-broken");
        long before = strategies.revision();
        press("Add a step");
        test(area("What is said, English")).setValue("Nobody comes here");
        test(area("What is said, French")).setValue("Personne n’arrive ici");
        press("Save");
        assertThat(strategies.revision()).isEqualTo(before);
        assertThat(find(ListItem.class).all().stream()
                        .map(each -> each.getElement().getTextRecursively())
                        .filter(each -> each.contains("Nobody comes here"))
                        .toList()
                        .getFirst())
                .contains("No choice leads to this step.");
        press("Remove the step");
        press("Save");
        assertThat(current("guide-broken").guide()).hasSize(3);
    }
}
