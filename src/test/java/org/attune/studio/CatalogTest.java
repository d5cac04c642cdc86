package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** The catalog page. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
class CatalogTest extends StudioPages {

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void pausingWorksFromTheGrid() {
        publish("grid-pause");
        navigate(CatalogView.class);
        press(cell("grid-pause"), "Pause Title of grid-pause");
        assertThat(test(find(ConfirmDialog.class).single()).getText()).contains("open desks drop it at once");
        assertThat(current("grid-pause").paused()).isFalse();
        confirm();
        assertThat(current("grid-pause").paused()).isTrue();
        press(cell("grid-pause"), "Resume Title of grid-pause");
        confirm();
        assertThat(current("grid-pause").paused()).isFalse();
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void pausingAnIssueStopsAllOfItsActions() {
        publish("issue-pause");
        navigate(CatalogView.class);
        test(named("Pause Service", find(IssueStrip.class).single())).click();
        confirm();
        try {
            assertThat(row("issue-pause").state()).isEqualTo(ActionState.PAUSED);
        } finally {
            test(named("Resume Service", find(IssueStrip.class).single())).click();
            confirm();
        }
        assertThat(row("issue-pause").state()).isEqualTo(ActionState.LIVE);
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void theAddressKeepsWhatIsLookedFor() {
        publish("look-for-me");
        UI.getCurrent().navigate(CatalogView.PATH, QueryParameters.of("q", "look-for"));
        assertThat(rows()).extracting(CatalogRow::key).containsExactly("look-for-me");
        assertThat(find(TextField.class).withPlaceholder("Find action").single().getValue())
                .isEqualTo("look-for");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void anotherAdminsPublicationShowsWithoutReload() {
        navigate(CatalogView.class);
        publish("news-in-the-grid");
        await(() -> {
            roundTrip();
            return rows().stream().anyMatch(row -> row.key().equals("news-in-the-grid"));
        });
    }

    @Test
    @WithMockUser(username = "agent", roles = "AGENT")
    void anAgentIsRefused() {
        for (String place : List.of("actions", "actions/any", "imports", "attributes", "audit")) {
            UI.getCurrent().navigate("studio/" + place);
            assertThat(find(H1.class).single().getText()).isEqualTo("This page is not for you");
        }
    }

    @Test
    @WithMockUser(username = "supervisor", roles = "SUPERVISOR")
    void aSupervisorIsRefused() {
        UI.getCurrent().navigate("studio/actions");
        assertThat(find(H1.class).single().getText()).isEqualTo("This page is not for you");
    }

    private List<CatalogRow> rows() {
        Grid<CatalogRow> grid = catalog();
        return IntStream.range(0, test(grid).size())
                .mapToObj(i -> (CatalogRow) test(grid).getRow(i))
                .toList();
    }

    private CatalogRow row(String key) {
        return rows().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }

    private RowActions cell(String key) {
        int row = rows().indexOf(row(key));
        return (RowActions) test(catalog()).getCellComponent(row, "actions");
    }

    private void press(RowActions actions, String name) {
        test(named(name, actions)).click();
    }
}
