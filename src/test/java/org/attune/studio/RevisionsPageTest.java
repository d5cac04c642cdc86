package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.simulation.Personas;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.DocumentChange;
import org.attune.strategy.DocumentText;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionState;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.ActionButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** The pages of revisions and personas, as an admin uses them. */
@WithMockUser(username = "admin", roles = "ADMIN")
class RevisionsPageTest extends StudioPages {
    @Autowired
    ChangeRequests requests;

    @Autowired
    DocumentText texts;

    @Autowired
    Personas personas;

    @Autowired
    RevisionDesk desk;

    private StrategyDocument before = StrategyDocument.EMPTY;

    @BeforeEach
    void remember() {
        before = strategies.document();
    }

    @AfterEach
    void putBack() {
        requests.open().forEach(each -> requests.discard(each.number(), "", "test"));
        strategies.publish(before, "put back", "test");
    }

    private void show(long number) {
        UI.getCurrent().navigate(RevisionsView.PATH + "/" + number);
    }

    private long draftOf(String key, int minutes) {
        Action action = current(key);
        ActionDraft draft = new ActionDraft(action);
        draft.minutes = minutes;
        return requests.draft(
                        // Without personas: what the models have learned from other tests is none of this page's
                        // concern.
                        before.with(before.catalog().with(draft.toAction())).withPersonas(List.of()),
                        strategies.revision(),
                        "Longer",
                        "ana")
                .number();
    }

    private void agree(String words) {
        Dialog dialog = find(Dialog.class).single();
        ActionButton button = dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(each -> each.getComponent().stream())
                .filter(ActionButton.class::isInstance)
                .map(ActionButton.class::cast)
                .filter(each -> each.label().equals(words))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private void tab(String name) {
        test(find(NativeButton.class)
                        .withCondition(each -> each.getElement().getAttribute("role") != null
                                && each.getElement().getText().equals(name))
                        .single())
                .click();
    }

    @Test
    void aDraftIsReadInWordsHandedInApprovedAndPublishedFromThePage() {
        long draft = draftOf("payment-pause", 41);
        show(draft);
        assertThat(find(H2.class).all().stream().map(H2::getText)).contains("Longer");
        assertThat(find(H3.class).all().stream().map(H3::getText)).contains("Pause of payments, 2 months");
        assertThat(words()).contains("Minutes", "Draft");
        assertThat(find(HtmlContainer.class).all().stream()
                        .filter(each -> each.getElement().getTag().equals("ins"))
                        .map(HtmlContainer::getText))
                .contains("41");

        press("Hand in");
        agree("Hand in");
        press("Approve");
        agree("Approve");
        press("Publish");
        agree("Publish");

        assertThat(strategies.revision()).isEqualTo(draft);
        assertThat(requests.info(draft).steps().getLast().who()).isEqualTo("admin");
        assertThat(words()).contains("Live");
    }

    @Test
    void whatADraftWouldHaveHadAcceptedIsEstimatedBesideThePage() {
        show(draftOf("payment-pause", 44));
        tab("Expected effect");

        press("Estimate from the latest 5,000 decisions");

        // Other tests have left decisions of every kind, or none: what must come is an answer in words.
        await(() -> words().stream()
                .anyMatch(each -> each.equals("Done.") || each.startsWith("There is no recorded decision")));
        assertThat(words())
                .noneMatch(each -> each.startsWith("revisions.effect"))
                .anyMatch(each -> each.startsWith("No verdict")
                        || each.startsWith("No difference to the live")
                        || each.startsWith("There is no recorded decision"));
    }

    @Test
    void rollingBackSaysWhichKillSwitchItUndoes() {
        long old = strategies.revision();
        strategies.pause("app-tour", true, "ana");
        show(old);

        press("Roll back to this");

        assertThat(find(
                                com.vaadin.flow.component.html.Paragraph.class,
                                find(Dialog.class).single())
                        .all()
                        .stream()
                        .map(com.vaadin.flow.component.html.Paragraph::getText))
                .anyMatch(words -> words.contains("starts again") && words.contains("App tour"));
        agree("Roll back to this");
        assertThat(strategies.revision()).isEqualTo(old);
    }

    @Test
    void conflictingPlacesAreListedAndNothingIsPublished() {
        long draft = draftOf("payment-pause", 42);
        Action now = current("payment-pause");
        ActionDraft other = new ActionDraft(now);
        other.minutes = 43;
        strategies.edit(now, other.toAction(), "ben");
        show(draft);

        press("Publish");
        agree("Publish");

        assertThat(find(Div.class).all().stream()
                        .filter(each -> "alert".equals(each.getElement().getAttribute("role")))
                        .map(each -> each.getElement().getTextRecursively()))
                .anyMatch(words -> words.contains("actions[payment-pause].minutes"));
        assertThat(requests.info(draft).state()).isEqualTo(RevisionState.DRAFT);
    }

    @Test
    void theErrorsOfAnImportedFileAreListedByPlace() {
        UI.getCurrent().navigate(RevisionsView.PATH);
        ImportDialog dialog = new ImportDialog(desk, number -> {});
        dialog.open();

        dialog.draft("actions:\n  - {key: a, minutes: soon}\n", "broken.yaml");

        assertThat(find(NativeTableCell.class, dialog).all().stream().map(NativeTableCell::getText))
                .contains("actions[a].minutes");
        dialog.draft(texts.write(before, DocumentText.Format.YAML), "good.yaml");
        assertThat(requests.open()).anyMatch(each -> each.note().contains("good.yaml"));
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void theEditorKeepsAChangeAsDraftBesidePublishingAtOnce() {
        long live = strategies.revision();
        open("payment-pause");
        field("Title, English").setValue("Rest from payments");

        press("Save as draft");

        RevisionInfo draft = requests.open().getFirst();
        assertThat(strategies.revision()).isEqualTo(live);
        assertThat(requests.document(draft.number()).catalog().action("payment-pause"))
                .satisfies(action -> assertThat(action.title().en()).isEqualTo("Rest from payments"));
    }

    @Test
    void aListThatWasEmptyAndHasSomethingNowIsShown() {
        ChangesPanel panel = new ChangesPanel(JsonMapper.shared());
        panel.show(
                List.of(new DocumentChange(
                        "settings.thresholds",
                        JsonMapper.shared().readTree("[]"),
                        JsonMapper.shared().readTree("[{\"issue\": \"sales\", \"below\": 0.2}]"))),
                new DocumentNames(JsonMapper.shared(), desk.vocabulary(), desk.formats(), List.of()));
        assertThat(panel.getElement().getTextRecursively()).contains("sales", "0.2");
    }

    @Test
    void whatChangedIsReadInTheWordsOfTheFormsAndNotInKeys() {
        Action action = before.catalog().action("payment-pause");
        JsonMapper json = JsonMapper.shared();
        DocumentNames names = new DocumentNames(json, desk.vocabulary(), desk.formats(), List.of(before));
        ChangesPanel panel = new ChangesPanel(json);
        panel.show(
                List.of(
                        change("contactLimits[weekly].count", "3", "2"),
                        change("contactLimits[weekly].nature", "\"sale\"", "\"credit\""),
                        change("actions[payment-pause].cost", "0", "12.5"),
                        change("eventRules[x].action", "\"payment-pause\"", "null"),
                        change("eventRules[x].signal", "\"bill-missed\"", "\"complaint\""),
                        change(
                                "shield.additions",
                                "null",
                                "[{\"state\": \"hardship\", \"forbids\": [\"collections-relief\"]}]"),
                        change("arbitration.contextWeights", "[]", "[{\"volume\": \"high\", \"percent\": 20}]")),
                names);

        assertThat(panel.getElement().getTextRecursively())
                .contains(
                        "How often32",
                        "NatureSaleCredit",
                        "€12.50",
                        Words.in(java.util.Objects.requireNonNull(action).title()))
                .contains("Relief offered by collections", "Many are calling: everything +20 %")
                .doesNotContain("payment-pause", "collections-relief", "bill-missed", "contextWeights");
        assertThat(find(com.vaadin.flow.component.html.Span.class, panel).all().stream()
                        .map(each -> each.getElement().getAttribute("title")))
                .contains("contactLimits[weekly].count");
    }

    private static DocumentChange change(String place, String before, String after) {
        JsonMapper json = JsonMapper.shared();
        return new DocumentChange(
                place,
                before.equals("null") ? null : json.readTree(before),
                after.equals("null") ? null : json.readTree(after));
    }

    @Test
    void personasShowWhetherTheyPassAndCanBeChangedAndTried() {
        UI.getCurrent().navigate(PersonasView.PATH + "/hardship");
        assertThat(words()).contains("In hardship, asked to pay later", "Passes");
        tab("Edit");
        TextArea text = find(TextArea.class).withLabel("The persona, as YAML").single();
        String good = text.getValue();

        text.setValue(good.replace("kind: among", "kind: amongst"));
        press("Try it");
        assertThat(text.isInvalid()).isTrue();
        assertThat(text.getErrorMessage()).contains("expect[0].kind", "among");

        text.setValue(good.replace("\"sales\"", "sales").replace("- sales", "- hardship"));
        press("Try it");
        assertThat(words()).anyMatch(each -> each.contains("Never: "));
        assertThat(words()).contains("Fails");
        press("Save as draft");
        RevisionInfo draft = requests.open().getFirst();
        assertThatThrownBy(() -> requests.publish(draft.number(), "", "admin"))
                .hasMessageContaining("personas[hardship]");
    }
}
