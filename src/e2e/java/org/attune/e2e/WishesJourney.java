package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.attune.AttuneTest;
import org.attune.access.Users;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.kernel.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer says how to be spoken to; the desk obeys at once and knows it at the next call. */
@AttuneTest
@Tag("e2e")
class WishesJourney {
    @LocalServerPort
    int port;

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    Users users;

    @BeforeEach
    void somebodyWithoutWishes() {
        SomeCustomer.named("WISH-J", "Wanda Wish")
                .attributes(Map.of("has_mobile", true, "has_home_internet", true, "tenure_months", 20))
                .preferences(Map.of("tone", "direct"))
                .states(List.of(new StateDraft(CustomerState.HARDSHIP, null, null, "illness")))
                .put(customers);
    }

    @AfterEach
    void nothingIsLeftOpen() {
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
        users.setLanguage("agent", null);
    }

    @Test
    void theToneChangesAtOnceAndTheWishIsThereAtTheNextCall() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.takeCareOf("Wanda Wish");
            agent.cards().first().waitFor();
            Locator wishes = agent.page().locator(".wishes");
            assertThat(wishes).containsText("direct tone");
            Locator line = agent.page().locator(".spoken-large");
            String direct = line.textContent();
            agent.button("Change wishes").click();
            Locator dialog = agent.page().getByRole(AriaRole.DIALOG);
            pick(agent, "Tone", "Gentle");
            pick(agent, "Contact by", "E-mail");
            dialog.getByLabel("Quiet from").fill("18:00");
            dialog.getByLabel("Quiet until").fill("09:00");
            dialog.getByLabel("Quiet until").press("Tab");
            agent.button("Keep").click();
            assertThat(dialog).containsText("Ask the customer first");
            agent.picture("wishes-dialog");
            dialog.getByLabel("The customer said so").check();
            agent.button("Keep").click();
            assertThat(wishes).containsText("E-mail · gentle tone · not 18:00–09:00");
            assertThat(line).not().hasText(direct);
            agent.picture("wishes-desk");
            agent.button("End call W").or(agent.button("End call")).first().click();
            agent.page().locator(".empty-desk").first().waitFor();

            users.setLanguage("agent", Language.FR);
            agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            agent.page().reload();
            agent.page().getByRole(AriaRole.COMBOBOX).first().fill("Wanda Wish");
            agent.page().locator("vaadin-combo-box-item:visible").first().click();
            assertThat(wishes).containsText("ton doux");
            agent.button("Modifier les souhaits").click();
            assertThat(dialog).containsText("Le client l’a dit");
            agent.picture("wishes-fr-dark");
        }
    }

    private static void pick(Person agent, String field, String choice) {
        agent.page()
                .getByRole(AriaRole.DIALOG)
                .locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(field))
                .click();
        agent.page()
                .locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(choice))
                .first()
                .click();
    }
}
