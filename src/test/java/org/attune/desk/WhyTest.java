package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Locale;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class WhyTest extends SpringBrowserlessTest {
    @Autowired
    private Customers customers;

    @Autowired
    private Interactions interactions;

    private Interaction conversation;

    @AfterEach
    void hangUp() {
        interactions.close(conversation.id(), "agent");
    }

    @Test
    void theKeyTellsWhyTheChosenCardIsThereWithoutFigures() {
        DeskView desk = open("C-100001", "payment");
        desk.key("y");

        WhyDialog dialog = find(WhyDialog.class).single();
        String text = dialog.getElement().getTextRecursively();
        assertThat(text).contains("It stands first because of").doesNotContain("%", "revision");
        assertThat(find(H3.class).withText("What would change the order").all()).isNotEmpty();
        assertThat(text).contains("would be first");
    }

    @Test
    void listeningHasAReasonToo() {
        DeskView desk = open("C-100001", "payment");
        NativeButton why = find(NativeButton.class).all().stream()
                .filter(button -> button.getElement().getTextRecursively().startsWith("Why this?"))
                .reduce((first, second) -> second)
                .orElseThrow();
        test(why).click();

        assertThat(find(WhyDialog.class).single().getElement().getTextRecursively())
                .contains("Listening is always right");
        assertThat(desk).isNotNull();
    }

    @Test
    void everythingReadsInFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        DeskView desk = open("C-100001", "payment");
        desk.key("y");

        assertThat(find(WhyDialog.class).single().getElement().getTextRecursively())
                .contains("En tête pour ces raisons", "Ce qui changerait l’ordre", "serait en tête");
    }

    private DeskView open(String ref, String reason) {
        CustomerId customer = Objects.requireNonNull(customers.idOf(ref));
        conversation = interactions.open("agent", customer, Channel.CALL_CENTER, reason);
        return navigate("desk/" + conversation.id(), DeskView.class);
    }
}
