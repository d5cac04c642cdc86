package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.kernel.Channel.IVR;
import static org.attune.kernel.Outcome.ACCEPTED;
import static org.attune.kernel.Outcome.DECLINED;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import org.attune.AttuneTest;
import org.attune.history.History;
import org.attune.ui.StatTile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** F26: the control group, with its uncertainty said in words. */
@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class EvidenceViewTest extends SpringBrowserlessTest {
    @Autowired
    private History history;

    @Test
    void aLiftHasItsIntervalAndItsVerdictInWords() {
        LogOfActions log = new LogOfActions(history);
        for (int i = 0; i < 24; i++) {
            log.offered(IVR, "main", i < 12 ? ACCEPTED : DECLINED);
        }
        for (int i = 0; i < 12; i++) {
            log.offered(IVR, "control", i < 5 ? ACCEPTED : DECLINED);
        }
        open();
        actions();

        assertThat(rows())
                .as("12 of 24 against 5 of 12: +20 %, far from proven")
                .anyMatch(row -> row.startsWith(log.action())
                        && row.contains("50.0 % of 24")
                        && row.contains("41.7 % of 12")
                        && row.contains("+20.0 %")
                        && row.contains("not significant"));
        assertThat(tile("Control group")).contains("customers");
        assertThat(tile("Lift, conversations")).contains("95 %");
    }

    @Test
    void aHandfulIsCalledAHandful() {
        LogOfActions log = new LogOfActions(history);
        log.offered(IVR, "main", ACCEPTED);
        log.offered(IVR, "control", ACCEPTED);
        open();
        actions();

        assertThat(rows()).anyMatch(row -> row.startsWith(log.action()) && row.contains("too few answers"));
    }

    @Test
    void nothingToCompareIsSaidAndBreaksNothing() {
        UI.getCurrent()
                .navigate(InsightNavigation.EVIDENCE, QueryParameters.fromString("from=2001-01-01&to=2001-01-31"));

        assertThat(rows()).anyMatch(row -> row.startsWith("All") && row.contains("nothing to compare"));
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Nothing to compare yet", "So far 0 conversations, 0 of them in the control group.");
    }

    @Test
    void everythingReadsInFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        open();

        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Groupe témoin", "Comment lire", "Verdict")
                .doesNotContain("insight.evidence");
    }

    private static void open() {
        UI.getCurrent().navigate(InsightNavigation.EVIDENCE, QueryParameters.fromString("from=&channel=ivr"));
    }

    private void actions() {
        test(find(NativeButton.class)
                        .withCondition(each -> each.getText().equals("Action"))
                        .single())
                .click();
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private String tile(String label) {
        return find(StatTile.class)
                .withCondition(tile -> label.equals(tile.getElement().getAttribute("aria-label")))
                .single()
                .getElement()
                .getTextRecursively();
    }
}
