package org.attune.channel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.access.ApiClient;
import org.attune.access.ApiClients;
import org.attune.access.RateLimit;
import org.attune.access.Scope;
import org.attune.ui.ActionButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What an administrator can do about programs in the studio. */
@AttuneTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ClientsPageTest extends SpringBrowserlessTest {
    @Autowired
    private ApiClients clients;

    private final String name = "page-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate(ClientsView.class);
    }

    @Test
    void aNewClientsTokenIsShownOnce() {
        field("Name").setValue(name);
        scopes().setValue(Set.of(Scope.EVENTS_WRITE));
        number("Calls per second").setValue(7);
        press("Save");

        String token = field("Token").getValue();
        ApiClient owner = clients.authenticate(token).orElseThrow();
        assertThat(owner.name()).isEqualTo(name);
        assertThat(owner.scopes()).containsExactly(Scope.EVENTS_WRITE);
        assertThat(owner.limit()).isEqualTo(new RateLimit(7, 100));
        press("I have it");
        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
        assertThat(find(TextField.class).all())
                .noneMatch(each -> each.getValue().equals(token));
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        press("Save");
        assertThat(field("Name").isInvalid() || scopes().isInvalid()).isTrue();
        field("Name").setValue(name);
        press("Save");
        assertThat(scopes().isInvalid()).isTrue();
        scopes().setValue(Set.of(Scope.EVENTS_WRITE));
        number("Calls per second").setValue(0);
        press("Save");
        assertThat(number("Calls per second").isInvalid()).isTrue();
        assertThat(clients.list()).noneMatch(each -> each.name().equals(name));
    }

    @Test
    void rightsAreTakenAndAClientIsDisabledAfterAQuestion() {
        String token = clients.create("test", name, Set.of(Scope.EVENTS_WRITE, Scope.IMPORTS_WRITE), RateLimit.USUAL)
                .token();
        select();
        scopes().setValue(Set.of(Scope.IMPORTS_WRITE));
        press("Save");
        assertThat(clients.authenticate(token).orElseThrow().scopes()).containsExactly(Scope.IMPORTS_WRITE);

        press("Disable");
        assertThat(clients.authenticate(token)).isPresent();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(clients.authenticate(token)).isEmpty();
        press("Enable");
        assertThat(clients.authenticate(token)).isPresent();
    }

    @Test
    void aNewTokenIsHandedOutBesideTheOldOne() {
        String old = clients.create("test", name, Set.of(Scope.EVENTS_WRITE), RateLimit.USUAL)
                .token();
        select();
        press("New token");
        test(find(ConfirmDialog.class).single()).confirm();
        String next = field("Token").getValue();
        assertThat(next).isNotEqualTo(old);
        assertThat(clients.authenticate(old)).isPresent();
        assertThat(clients.authenticate(next)).isPresent();
    }

    private void select() {
        UI.getCurrent().navigate(ClientsView.class);
        ApiClient client = clients.list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        find(ClientPanel.class).single().show(client);
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private IntegerField number(String label) {
        return find(IntegerField.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Scope> scopes() {
        return find(CheckboxGroup.class).single();
    }

    private void press(String words) {
        test(find(ActionButton.class)
                        .withCondition(each -> each.label().equals(words))
                        .single())
                .click();
    }

    @Test
    void everyClientIsInTheGrid() {
        @SuppressWarnings("unchecked")
        Grid<ApiClient> grid = find(Grid.class).single();
        assertThat(grid.getGenericDataView().getItems())
                .extracting(ApiClient::name)
                .contains("environment");
    }
}
