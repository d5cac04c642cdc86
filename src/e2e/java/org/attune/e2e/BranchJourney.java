package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.access.Users;
import org.attune.interaction.Interactions;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A visitor of a branch, on a tablet that others see. */
@AttuneTest
@Tag("e2e")
class BranchJourney {
    /** Everything on the page that can be touched and is smaller than a finger. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('.page button, .page a.btn')]
              .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 0)
              .filter((each) => each.getBoundingClientRect().height < 43.9 || each.getBoundingClientRect().width < 43.9)
              .map((each) => each.outerHTML.slice(0, 120))""";

    @LocalServerPort
    int port;

    @Autowired
    Interactions interactions;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingIsLeftOpen() {
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
        users.setLanguage("agent", null);
    }

    @Test
    void aVisitorIsServedAndWhatTheyGoThroughStaysHidden() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            Page page = agent.page();
            page.setViewportSize(1024, 768);
            agent.open("/desk/branch");
            assertThat(agent.region("Waiting")).containsText("Nobody waits");
            agent.finder().fill("Camille Morel");
            page.locator("vaadin-combo-box-item:visible").first().click();
            agent.button("Add").click();
            assertThat(agent.region("Waiting")).containsText("Camille M.");
            assertThat(agent.region("Waiting")).not().containsText("Morel");
            Assertions.assertThat(page.evaluate(SMALL)).isEqualTo(List.of());
            agent.picture("branch-queue");
            agent.button("Call the next one").click();
            agent.cards().first().waitFor();
            InteractionId conversation = InteractionId.of(agent.conversationAddress()
                    .substring(agent.conversationAddress().lastIndexOf('/') + 1));

            Locator arrears = page.getByText("In arrears").first();
            Locator facts = page.locator(".fact-groups");
            assertThat(facts).isHidden();
            assertThat(page.locator(".timeline")).isHidden();
            assertThat(agent.region("Next best actions").getByText("Hardship").first())
                    .isHidden();
            assertThat(arrears).isHidden();
            Assertions.assertThat(page.content())
                    .as("what she goes through has not been sent")
                    .doesNotContain("In arrears", "Payment difficulty", "fact-groups", "Working hours");
            Assertions.assertThat(page.evaluate(SMALL)).isEqualTo(List.of());
            assertThat(page.locator(".listen-card")).isInViewport(new IsInViewportOptions().setRatio(1));
            agent.picture("branch-desk");

            Locator hold = page.locator("[data-reveal]");
            hold.hover();
            page.mouse().down();
            assertThat(facts).isVisible();
            assertThat(arrears).isVisible();
            agent.picture("branch-revealed");
            page.mouse().up();
            assertThat(facts).hasCount(0);
            page.keyboard().down("v");
            assertThat(facts).isVisible();
            page.keyboard().up("v");
            assertThat(facts).hasCount(0);
            Assertions.assertThat(page.content()).doesNotContain("In arrears");

            assertThat(page.locator(".desk .reason")).containsText("Reason of the visit?");
            Assertions.assertThat(page.locator(".page").innerText()).doesNotContainIgnoringCase("call");
            page.keyboard().press("y");
            Locator why = page.locator("vaadin-dialog.why-dialog[opened]");
            assertThat(why).containsText("Why: ");
            assertThat(why.locator(".badge")).hasCount(0);
            page.keyboard().down("v");
            assertThat(why.locator(".badge").first()).isVisible();
            page.keyboard().up("v");
            assertThat(why.locator(".badge")).hasCount(0);
            page.keyboard().press("Escape");
            assertThat(why).hasCount(0);

            page.keyboard().press("a");
            assertThat(page.locator(".page-footer")).containsText("Accepted:");
            Assertions.assertThat(jdbc.sql("select distinct channel from history_decision where interaction_id = ?")
                            .param(conversation.value())
                            .query(String.class)
                            .list())
                    .containsExactly("branch");
            wrapUpTellsNobodyHowItWent(agent);
            Assertions.assertThat(agent.errors()).isEmpty();

            agent.region("En attente").waitFor();
            assertThat(agent.region("En attente")).containsText("Personne n’attend");
            agent.picture("branch-fr-dark");
        }
    }

    /** What is chosen at the end, and what is written, shows only while the key is held. */
    private void wrapUpTellsNobodyHowItWent(Person agent) {
        Page page = agent.page();
        page.keyboard().press("w");
        Locator dialog = page.locator("vaadin-dialog.wrap-up[opened]");
        Locator chosen = dialog.locator(".code[aria-checked=true]");
        assertThat(dialog).containsText("A code is chosen.");
        assertThat(dialog.locator("[aria-checked]")).hasCount(0);
        assertThat(dialog.locator("vaadin-text-area")).hasCount(0);
        Assertions.assertThat(page.evaluate(SMALL.replace(".page ", "vaadin-dialog[opened] ")))
                .isEqualTo(List.of());
        Look.at(agent, "branch-wrap-up-en-light", ColorScheme.LIGHT);
        page.keyboard().down("v");
        assertThat(chosen).containsText("Settled");
        assertThat(dialog.locator("vaadin-text-area textarea"))
                .hasValue(Pattern.compile("^The customer came to the branch"));
        agent.picture("branch-wrap-up-revealed");
        page.keyboard().up("v");
        assertThat(chosen).hasCount(0);
        assertThat(dialog.locator("vaadin-text-area")).hasCount(0);
        page.keyboard().press("2");
        assertThat(dialog).containsText("Noted.");
        assertThat(chosen).hasCount(0);

        users.setLanguage("agent", Language.FR);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.reload();
        assertThat(dialog).containsText("Un code est choisi.");
        assertThat(dialog.locator("[aria-checked]")).hasCount(0);
        Look.at(agent, "branch-wrap-up-fr-dark", ColorScheme.DARK);
        page.keyboard().down("v");
        assertThat(chosen).containsText("À suivre");
        page.keyboard().up("v");
        assertThat(chosen).hasCount(0);
        assertThat(agent.button("Terminer")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/desk/branch"));
    }
}
