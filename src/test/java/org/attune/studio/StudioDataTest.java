package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.attune.audit.AuditEntry;
import org.attune.audit.AuditTrail;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerImports;
import org.attune.customer.ImportStatus;
import org.attune.customer.Sensitivity;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** Imports, attribute dictionary and audit trail. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class StudioDataTest extends StudioPages {
    @Autowired
    AuditTrail trail;

    @Autowired
    CustomerImports imports;

    @Autowired
    Attributes attributes;

    @Autowired
    Formats formats;

    @Autowired
    JsonMapper json;

    @Test
    void importOfABrokenFileShowsItsErrors() {
        navigate(ImportsView.class);
        upload("studio-broken.csv", "ref;studio_income\nst-1;1200\nst-2;1300\n;1400\nst-4;\"open\nst-5;1500\n");
        test(area("Mapping as JSON")).setValue("{\"refColumn\": \"ref\", \"createAttributes\": true}");
        press("Start import");
        await(() -> latest().fileName().equals("studio-broken.csv")
                && !latest().state().equals("running"));
        assertThat(latest().state()).isEqualTo("done");
        // What the browser does while an import runs.
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(test(this.<ImportStatus>grid("Imports")).getCellText(0, 0)).isEqualTo("studio-broken.csv");
        Grid<ImportStatus.RowError> errors = grid("Rejected rows");
        assertThat(test(errors).size())
                .isEqualTo(Math.toIntExact(latest().rejected()))
                .isPositive();
        assertThat(test(errors).getCellText(0, 0)).isEqualTo("3");
        assertThat(test(errors).getCellText(0, 2)).isNotBlank();
    }

    @Test
    void aMappingThatCannotBeReadIsSaidAtTheMapping() {
        navigate(ImportsView.class);
        upload("studio-mapping.csv", "ref\nst-9\n");
        test(area("Mapping as JSON")).setValue("{\"refColum\": \"ref\"}");
        press("Start import");
        assertThat(area("Mapping as JSON").getErrorMessage()).contains("refColum");
    }

    @Test
    void aProtectedAttributeIsRefusedAsPredictor() {
        navigate(AttributesView.class);
        test(field("Key")).setValue("studio_faith");
        test(field("Label, English")).setValue("Faith");
        sensitivity(Sensitivity.PROTECTED);
        Checkbox predictor =
                find(Checkbox.class).withLabel("Models may learn from it").single();
        test(predictor).click();
        press("Save");
        assertThat(predictor.getErrorMessage())
                .isEqualTo("'studio_faith' is protected; a protected attribute is never a predictor.");
        assertThat(attributes.dictionary().find("studio_faith")).isNull();
        test(predictor).click();
        press("Save");
        AttributeDefinition saved =
                Objects.requireNonNull(attributes.dictionary().find("studio_faith"));
        assertThat(saved.sensitivity()).isEqualTo(Sensitivity.PROTECTED);
    }

    @Test
    void theTrailIsFoundByWordsAndItsChainVerified() {
        publish("audit-me");
        strategies.pause("audit-me", true, "admin");
        navigate(AuditView.class);
        test(find(com.vaadin.flow.component.textfield.TextField.class)
                        .withPlaceholder("Who, what or which")
                        .single())
                .setValue("audit-me");
        Grid<?> lines = grid("Audit trail");
        assertThat(test(lines).getCellText(0, 2)).isEqualTo("Action paused");
        assertThat(test(lines).getCellText(0, 4)).isEqualTo("Paused: No → Yes");
        press("Verify chain");
        await(() -> {
            roundTrip();
            return find(Badge.class).withClassName("badge-good").exists();
        });
    }

    @Test
    void theTrailOfTheDemoIsInWords() {
        navigate(AuditView.class);
        Set<String> people = Set.of("agent", "agent2", "supervisor", "system");
        List<AuditEntry> lines = trail.latest(null, null, 0, 10_000).stream()
                .filter(each -> people.contains(each.who()))
                .toList();
        assertThat(lines).extracting(AuditEntry::what).contains("report.settled", "referral.made", "budget.kept");
        assertThat(lines).allSatisfy(each -> {
            assertThat(TrailLine.what(each)).isNotEqualTo(each.what());
            assertThat(TrailLine.subject(each)).doesNotContain(each.subject() + " · ");
        });
    }

    @Test
    void daysAndKindsOfAnAttributeAreReadInWordsAndWhatHasNoneStays() {
        assertThat(Difference.between(
                        json,
                        "{\"type\":\"category\",\"tone\":\"gentle\",\"ends\":\"soon\"}",
                        "{\"type\":\"number\",\"tone\":\"direct\",\"ends\":\"2026-12-01\"}"))
                .extracting(each -> each.place() + ": " + each.before() + " > " + each.after())
                .containsExactlyInAnyOrder(
                        "Type: word > number", "Tone: Gentle > Direct", "Last day: soon > 1 Dec 2026");
    }

    @Test
    void whatCareKeepsIsReadAsMoneyAndWordsInTheReadersLanguage() {
        navigate(AuditView.class);
        assertThat(change("arrangement.agreed", "4 x 1000 cents month"))
                .isEqualTo("4 payments of €10.00 · Every month");
        assertThat(change("arrangement.paid", "1050 cents")).isEqualTo("€10.50");
        assertThat(change("arrangement.broken", "two-missed")).isEqualTo("Two payments in a row were missed");
        assertThat(change("case.closed", "moratorium")).isEqualTo("Breathing space, 60 days");
        assertThat(change("case.closed", "something else")).isEqualTo("something else");
        UI.getCurrent().setLocale(Locale.FRENCH);
        assertThat(change("arrangement.taken-over", "1 x 2000 cents week, broken, 2026-03-02")
                        .replaceAll("\\h", " "))
                .startsWith("1 versement de 20,00 € · ")
                .doesNotContain("cents", "week", "broken", "2026-03-02");
        assertThat(change("budget.kept", "version 3")).isEqualTo("Version 3");
        assertThat(trail.latest(null, "arrangement", 0, 1000))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(TrailLine.summary(json, each, formats)).doesNotContain("cents"));
    }

    private String change(String what, String after) {
        return TrailLine.summary(
                json,
                new AuditEntry(1, Instant.EPOCH, "ana", what, what.replaceFirst("\\..*", ""), "x", null, after),
                formats);
    }

    private void upload(String name, String content) {
        test(find(Upload.class).all().getFirst()).upload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
        roundTrip();
    }

    private ImportStatus latest() {
        return imports.latest(1).getFirst();
    }

    @SuppressWarnings("unchecked")
    private void sensitivity(Sensitivity chosen) {
        Select<Sensitivity> select = find(Select.class).withLabel("Sensitivity").single();
        select.setValue(chosen);
    }

    @SuppressWarnings("unchecked")
    private <T> Grid<T> grid(String name) {
        return find(Grid.class).withAttribute("aria-label", name).single();
    }
}
