package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** F43, WCAG 2.1.4: each person has their own keys, or none. */
@AttuneTest
@Transactional
class KeysTest {
    @Autowired
    Keys keys;

    @Autowired
    Users users;

    private String mia = "";

    @BeforeEach
    void somebody() {
        mia = "mia-" + UUID.randomUUID().toString().substring(0, 8);
        users.create("test", new NewUser(mia, "correct horse", "Mia Stern", Role.AGENT, null, false));
    }

    private KeyCommand command(String id) {
        return keys.commands(Role.AGENT).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noTwoCommandsHaveTheSameUsualKey() {
        assertThat(keys.commands(Role.AGENT)).extracting(KeyCommand::key).doesNotHaveDuplicates();
        assertThat(keys.commands(Role.AGENT)).extracting(KeyCommand::id).doesNotHaveDuplicates();
        assertThat(keys.commands(Role.SUPERVISOR)).isEmpty();
    }

    @Test
    void anotherKeyTakesThePlaceOfTheUsualOne() {
        keys.put(mia, command("accept"), " é ");
        assertThat(keys.of(mia).shown("A")).isEqualTo("É");
        assertThat(keys.of(mia).pressed()).contains("\"é\":\"a\"").doesNotContain("\"a\":\"a\"");
        assertThat(keys.of("agent").shown("A")).as("nobody else's").isEqualTo("A");
        keys.put(mia, command("decline"), "a");
        keys.reset(mia);
        assertThat(keys.of(mia)).isEqualTo(keys.of("nobody-at-all"));
    }

    @Test
    void aKeyDoesOneThingOnly() {
        assertThatThrownBy(() -> keys.put(mia, command("accept"), "d"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("Decline");
        keys.put(mia, command("decline"), "q");
        keys.put(mia, command("accept"), "d");
        assertThatThrownBy(() -> keys.put(mia, command("decline"), "d")).hasMessageContaining("Accept");
    }

    @Test
    void digitsAndNothingAreNoKeys() {
        for (String typed : new String[] {"", " ", "7", "ab", "\t"}) {
            assertThatThrownBy(() -> keys.put(mia, command("accept"), typed))
                    .as("'" + typed + "'")
                    .isInstanceOf(InvalidException.class);
        }
    }

    @Test
    void switchedOffNothingStandsOnTheButtonsAndNothingIsListenedTo() {
        keys.put(mia, command("accept"), "q");
        keys.setOn(mia, false);
        assertThat(keys.of(mia).shown("A")).isEmpty();
        assertThat(keys.of(mia).shown("3")).isEmpty();
        assertThat(keys.of(mia).shown("Ctrl+S")).isEqualTo("Ctrl+S");
        assertThat(keys.of(mia).pressed()).isEqualTo("{}");
        keys.setOn(mia, true);
        assertThat(keys.of(mia).shown("A")).as("kept meanwhile").isEqualTo("Q");
    }

    @Test
    void nobodyChoosesForSomebodyWhoIsNotThere() {
        assertThatThrownBy(() -> keys.setOn("ghost", false)).isInstanceOf(NotFoundException.class);
    }
}
