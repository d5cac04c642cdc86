package org.attune.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.attune.AttuneTest;
import org.attune.access.ApiClient;
import org.attune.access.ApiClients;
import org.attune.access.DemoMode;
import org.attune.access.Role;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who is there after a start, with demo and without. Each test undoes what it did. */
@AttuneTest
@Transactional
class FirstPeopleTest {
    @Autowired
    private Users users;

    @Autowired
    private ApiClients clients;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDemonstrationHasItsFivePeople() {
        assertThat(users.list())
                .filteredOn(UserAccount::demo)
                .extracting(UserAccount::username)
                .containsExactly("admin", "admin2", "agent", "agent2", "supervisor");
    }

    @Test
    void withoutDemoItsPeopleAreGoneAndTheFirstAdminIsMade() {
        start(false, "a long enough one", "");
        assertThat(users.list()).noneMatch(UserAccount::demo);
        assertThat(users.byName("admin")).get().extracting(UserAccount::role).isEqualTo(Role.ADMIN);
        assertThat(users.byName("agent")).isEmpty();
    }

    @Test
    void withoutDemoAndWithoutPasswordItSaysWhatToDoAndDoesNotStart() {
        assertThatThrownBy(() -> start(false, "", ""))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("no administrator yet")
                .extracting(told -> ((SetupException) told).action())
                .asString()
                .contains("ATTUNE_ADMIN_PASSWORD");
    }

    @Test
    void aShortAdminPasswordIsRefused() {
        assertThatThrownBy(() -> start(false, "elevenchars", "")).hasMessageContaining("too short");
    }

    @Test
    void anExistingAdminNeedsNoPasswordAndKeepsTheirs() {
        start(false, "a long enough one", "");
        String before = hash();
        start(false, "", "");
        start(false, "quite another password", "");
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void theTokenOfTheEnvironmentRegistersOneClient() {
        start(true, "", "an-api-token-long-enough");
        assertThat(clients.authenticate("an-api-token-long-enough"))
                .map(ApiClient::name)
                .contains("environment");
        assertThatThrownBy(() -> start(true, "", "short")).hasMessageContaining("ATTUNE_API_TOKEN");
    }

    private void start(boolean demo, String adminPassword, String apiToken) {
        new FirstPeople(users, clients, new DemoMode(demo), adminPassword, apiToken).afterSingletonsInstantiated();
    }

    private String hash() {
        return jdbc.sql("select password_hash from access_user where username = 'admin'")
                .query(String.class)
                .single();
    }
}
