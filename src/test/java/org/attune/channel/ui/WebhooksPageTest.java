package org.attune.channel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.channel.webhook.Delivery;
import org.attune.channel.webhook.Receiver;
import org.attune.channel.webhook.Webhook;
import org.attune.channel.webhook.WebhookEvent;
import org.attune.channel.webhook.Webhooks;
import org.attune.ui.ActionButton;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What an administrator can do about webhooks in the studio. */
@AttuneTest
@WithMockUser(username = "admin", roles = "ADMIN")
class WebhooksPageTest extends SpringBrowserlessTest {
    @Autowired
    private Webhooks webhooks;

    private final Receiver receiver = new Receiver();

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate(WebhooksView.class);
    }

    @AfterEach
    void end() {
        webhooks.list().stream()
                .filter(each -> each.url().equals(receiver.url()))
                .forEach(each -> webhooks.delete(each.id(), "test"));
        receiver.close();
    }

    @Test
    void aWebhookIsMadeTriedOutSentAgainAndEnded() {
        field("Address").setValue(receiver.url());
        events().setValue(Set.of(WebhookEvent.STRATEGY_PUBLISHED));
        press("Save");
        assertThat(field("Secret").getValue()).startsWith("whsec_");
        press("I have it");

        press("Send a test");
        Webhook made = webhooks.list().stream()
                .filter(each -> each.url().equals(receiver.url()))
                .findFirst()
                .orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> webhooks.deliveries(made.id(), "delivered", 10).size() == 1);
        press("Refresh");
        assertThat(deliveries().getGenericDataView().getItems())
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo("delivered"));
        press("Resend");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.posts().size() == 2);

        press("Delete");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(webhooks.list()).noneMatch(each -> each.id().equals(made.id()));
    }

    @Test
    void anAddressThatIsNotAllowedIsSaidAtItsField() {
        field("Address").setValue("https://0x7f.1/");
        events().setValue(Set.of(WebhookEvent.STRATEGY_PUBLISHED));
        press("Save");
        assertThat(field("Address").isInvalid()).isTrue();
        assertThat(field("Address").getErrorMessage()).contains("host");
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<WebhookEvent> events() {
        return find(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<Delivery> deliveries() {
        return find(Grid.class).withAttribute("aria-label", "Deliveries").single();
    }

    private void press(String words) {
        ActionButton button = words.equals("Resend")
                ? (ActionButton) test(deliveries()).getCellComponent(0, 5)
                : find(ActionButton.class)
                        .withCondition(each -> each.label().equals(words))
                        .single();
        test(button).click();
    }
}
