package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.attune.AttuneTest;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@AttuneTest
@Transactional
class UsersTest {
    @Autowired
    private Users users;

    @Autowired
    private ApiClients clients;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsOnlyABcryptHashOfThePassword() {
        users.create("test", new NewUser("mia", "correct horse", "Mia Stern", Role.AGENT, "blue", false));
        assertThat(jdbc.sql("select password_hash from access_user where username = 'mia'")
                        .query(String.class)
                        .single())
                .startsWith("$2a$10$")
                .doesNotContain("horse");
    }

    @Test
    void aNameIsTakenOnce() {
        users.create("test", new NewUser("mia", "correct horse", "Mia Stern", Role.AGENT, null, false));
        assertThatThrownBy(() ->
                        users.create("test", new NewUser("mia", "another horse", "Mia Other", Role.ADMIN, null, false)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void saysEverythingThatIsWrongWithANewUser() {
        assertThatThrownBy(() -> new NewUser("Mia Stern", "short", " ", Role.AGENT, null, false))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting("place")
                                .containsExactly("username", "password", "displayName"));
    }

    @Test
    void remembersLanguageAndColours() {
        users.create("test", new NewUser("mia", "correct horse", "Mia Stern", Role.AGENT, null, false));
        users.setLanguage("mia", Language.FR);
        users.setScheme("mia", Scheme.DARK);
        assertThat(users.byName("mia")).get().satisfies(mia -> {
            assertThat(mia.language()).isEqualTo(Language.FR);
            assertThat(mia.scheme()).isEqualTo(Scheme.DARK);
        });
        users.setLanguage("mia", null);
        assertThat(users.byName("mia").orElseThrow().language()).isNull();
        assertThatThrownBy(() -> users.setLanguage("nobody", Language.FR)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void changesOfRightsAreInTheTrail() {
        users.create("boss", new NewUser("mia", "correct horse", "Mia Stern", Role.AGENT, null, false));
        users.setEnabled("boss", "mia", false);
        assertThat(jdbc.sql("select what from audit_entry where subject = 'user' and key = 'mia' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("user.created", "user.disabled");
    }

    @Test
    void aRealUserCannotBeRemovedAsIfFromADemo() {
        users.create("test", new NewUser("mia", "correct horse", "Mia Stern", Role.AGENT, null, false));
        users.removeDemoUser("test", "mia");
        assertThat(users.byName("mia")).isPresent();
    }

    @Test
    void knowsAClientByItsTokenAndKeepsOnlyTheHash() {
        clients.register("test", "crm", "token-of-the-crm-0001");
        assertThat(clients.authenticate("token-of-the-crm-0001"))
                .map(ApiClient::name)
                .contains("crm");
        assertThat(clients.authenticate("token-of-the-crm-0002")).isEmpty();
        assertThat(clients.authenticate("")).isEmpty();
        assertThat(jdbc.sql("select octet_length(token_hash) from access_api_client where name = 'crm'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
    }

    @Test
    void aNewTokenReplacesTheOldOne() {
        clients.register("test", "crm", "token-of-the-crm-0001");
        clients.register("test", "crm", "token-of-the-crm-0002");
        assertThat(clients.authenticate("token-of-the-crm-0001")).isEmpty();
        assertThat(clients.authenticate("token-of-the-crm-0002"))
                .map(ApiClient::name)
                .contains("crm");
        assertThatThrownBy(() -> clients.register("test", "crm", "too short")).isInstanceOf(InvalidException.class);
    }
}
