package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.kernel.Channel.BRANCH;
import static org.attune.kernel.Channel.CALL_CENTER;
import static org.attune.kernel.Outcome.ACCEPTED;
import static org.attune.kernel.Outcome.DECLINED;
import static org.attune.kernel.Outcome.NOT_NOW;
import static org.attune.kernel.Outcome.NOT_OFFERED;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.DecisionId;
import org.attune.ui.EChart;
import org.attune.ui.StatTile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class ActionsViewTest extends SpringBrowserlessTest {
    @Autowired
    private History history;

    private LogOfActions log;

    @BeforeEach
    void anActionOfItsOwn() {
        log = new LogOfActions(history);
    }

    @Test
    void everyFigureIsWhatTheLogHolds() {
        log.offered(CALL_CENTER, "main");
        log.offered(CALL_CENTER, "main", ACCEPTED);
        log.offered(CALL_CENTER, "main", ACCEPTED);
        log.offered(CALL_CENTER, "main", DECLINED);
        log.offered(CALL_CENTER, "main", NOT_NOW);
        log.offered(CALL_CENTER, "main", NOT_OFFERED);
        log.offered(CALL_CENTER, "control", DECLINED);
        navigate("insight/actions", ActionsView.class);

        assertThat(IntStream.rangeClosed(1, 6).mapToObj(column -> cell(column, "text")))
                .containsExactly("6", "4", "2", "1", "1", "1");
        assertThat(cell(7, "text")).isEqualTo("50.0 %");
        assertThat(cell(7, "words")).isEqualTo("95 %: 15.0 – 85.0");
        assertThat(cell(8, "text"))
                .as("control has no acceptance to compare with")
                .isEqualTo("–");
        assertThat(cell(10, "text")).as("positives of the model").isEqualTo("2");
        assertThat(cell(10, "ageWord")).isEqualTo("young");
    }

    @Test
    void whatIsNoLongerInTheCatalogKeepsItsKey() {
        log.offered(CALL_CENTER, "main", ACCEPTED);
        navigate("insight/actions", ActionsView.class);

        assertThat(cell(0, "title")).isEqualTo(log.action());
    }

    @Test
    void theChannelIsChosenAndKeptInTheAddress() {
        log.offered(CALL_CENTER, "main", ACCEPTED);
        log.offered(BRANCH, "main", DECLINED);
        log.offered(BRANCH, "main", DECLINED);
        open("insight/actions?from=");
        assertThat(cell(1, "text")).isEqualTo("3");

        open("insight/actions?from=&channel=branch");
        assertThat(cell(1, "text")).isEqualTo("2");
        assertThat(cell(3, "text")).isEqualTo("0");
        assertThat(cell(1, "href")).contains("channel=branch");
        Select<?> channel = find(Select.class).withAriaLabel("Channel").single();
        assertThat(channel.getValue()).isEqualTo(Channel.BRANCH);

        open("insight/actions?from=&channel=web");
        assertThat(row()).isEmpty();
    }

    @Test
    void aPeriodBeforeTheAnswersShowsNoneOfThem() {
        log.offered(CALL_CENTER, "main", ACCEPTED);
        open("insight/actions?from=2001-01-01&to=2001-12-31");

        assertThat(grid().size()).isZero();
        assertThat(tile("Accepted / presented")).contains("–", "Nothing presented yet");
    }

    @Test
    void everyNumberLeadsToTheDecisionsBehindIt() {
        log.offered(CALL_CENTER, "main", ACCEPTED);
        log.offered(CALL_CENTER, "main", DECLINED);
        open("insight/actions?from=");

        String address = cell(3, "href");
        assertThat(address).isEqualTo("/insight/decisions?action=" + log.action() + "&from=&column=accepted");
        assertThat(cell(3, "name")).isEqualTo("1 Accepted, " + log.action());
        open(address.substring(1));
        assertThat(test(
                                GridTester.class,
                                find(com.vaadin.flow.component.grid.Grid.class).single())
                        .size())
                .isEqualTo(1);
    }

    @Test
    void anAnswerAppearsWithoutReloading() {
        DecisionId decision = log.offered(CALL_CENTER, "main");
        navigate("insight/actions", ActionsView.class);
        assertThat(cell(3, "text")).isEqualTo("0");
        grid().select(row().orElseThrow());

        log.answer(decision, ACCEPTED);

        await().pollInSameThread().atMost(Duration.ofSeconds(8)).until(() -> {
            roundTrip();
            return cell(3, "text").equals("1");
        });
        assertThat(cell(3, "fresh")).as("the changed number is highlighted").isNotEmpty();
        assertThat(cell(1, "fresh")).as("the others are not").isEmpty();
        assertThat(grid().getSelected()).extracting(ActionLine::key).containsExactly(log.action());
    }

    @Test
    void theFileHoldsTheSameRawNumbers() {
        log.offered(CALL_CENTER, "main", ACCEPTED);
        log.offered(CALL_CENTER, "main", DECLINED);
        navigate("insight/actions", ActionsView.class);

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Anchor export = find(Anchor.class).withClassName("btn").single();
        test(AnchorTester.class, export).download(file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith(log.action() + "," + log.action() + ",service,2,2,1,1,0,0,0,0.5,"));
    }

    @Test
    void chartsSayInWordsWhatTheyShow() {
        log.offered(CALL_CENTER, "main", ACCEPTED);
        navigate("insight/actions", ActionsView.class);

        assertThat(find(EChart.class).all())
                .hasSize(2)
                .allSatisfy(chart -> assertThat(chart.getElement().getAttribute("aria-label"))
                        .isNotBlank());
    }

    @Test
    void insightLeadsToTheActions() {
        UI.getCurrent().navigate("insight");

        assertThat(getCurrentView()).isInstanceOf(ActionsView.class);
    }

    @Test
    @WithMockUser(username = "agent", roles = "AGENT")
    void agentsAreRefused() {
        for (String address : new String[] {"insight", "insight/actions", "insight/decisions", "insight/models"}) {
            UI.getCurrent().navigate(address);
            assertThat(find(H1.class).single().getText()).as(address).isEqualTo("This page is not for you");
        }
    }

    private GridTester<ActionsGrid, ActionLine> grid() {
        return test(GridTester.class, find(ActionsGrid.class).single());
    }

    private Optional<Integer> row() {
        GridTester<ActionsGrid, ActionLine> grid = grid();
        return IntStream.range(0, grid.size())
                .boxed()
                .filter(i -> grid.getRow(i).key().equals(log.action()))
                .findFirst();
    }

    private String cell(int column, String property) {
        return grid().getLitRendererPropertyValue(row().orElseThrow(), column, property, String.class);
    }

    private String tile(String label) {
        return find(StatTile.class)
                .withCondition(tile -> label.equals(tile.getElement().getAttribute("aria-label")))
                .single()
                .getElement()
                .getTextRecursively();
    }

    /** Opens an address with its query. */
    private static void open(String address) {
        int query = address.indexOf('?');
        UI.getCurrent().navigate(address.substring(0, query), QueryParameters.fromString(address.substring(query + 1)));
    }
}
