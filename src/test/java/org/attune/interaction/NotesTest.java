package org.attune.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.customer.Customers;
import org.attune.interaction.internal.InteractionStore;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.StaleException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes: who may read them, what becomes of a change, and what never gets in. */
@AttuneTest
class NotesTest {
    @Autowired
    Notes notes;

    @Autowired
    InteractionStore conversations;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    private final Reader author = new Reader(WrapUpBed.name("ana"), Role.AGENT, "blue");
    private CustomerId customer;
    private Interaction conversation;

    @BeforeEach
    void somebodyCalls() {
        customer = WrapUpBed.customer(customers);
        conversation = WrapUpBed.talking(conversations, customer, author.user(), "");
    }

    private Note write(NoteVisibility visibility, String text) {
        return notes.add(conversation.id(), author, visibility, text);
    }

    @ParameterizedTest
    @CsvSource({
        "everyone, AGENT, blue, true",
        "everyone, AGENT, green, true",
        "everyone, AGENT, , true",
        "everyone, SUPERVISOR, red, true",
        "everyone, ADMIN, , false",
        "team, AGENT, blue, true",
        "team, AGENT, green, false",
        "team, AGENT, , false",
        "team, SUPERVISOR, green, true",
        "team, ADMIN, blue, false",
        "supervisors, AGENT, blue, false",
        "supervisors, SUPERVISOR, green, true",
        "supervisors, ADMIN, blue, false",
        "author, AGENT, blue, false",
        "author, SUPERVISOR, blue, false",
        "author, ADMIN, blue, false",
    })
    void areReadByWhomTheyAreFor(String visibility, Role role, @Nullable String team, boolean reads) {
        Note note = write(NoteVisibility.of(visibility), "The daughter helps with the bills.");
        Reader reader = new Reader("somebody-else", role, team);
        assertThat(notes.of(customer, reader, 20)).hasSize(reads ? 1 : 0);
        if (reads) {
            assertThat(notes.versions(note.id(), reader)).hasSize(1);
        } else {
            assertThatThrownBy(() -> notes.versions(note.id(), reader)).isInstanceOf(NotFoundException.class);
        }
        assertThat(notes.of(customer, author, 20)).containsExactly(note);
    }

    @Test
    void aTeamOfNobodyIsNoTeam() {
        Reader alone = new Reader(author.user(), Role.AGENT, null);
        notes.add(conversation.id(), alone, NoteVisibility.TEAM, "For nobody but me and supervisors.");
        assertThat(notes.of(customer, new Reader("other", Role.AGENT, null), 20))
                .isEmpty();
    }

    @Test
    void aChangeIsANewVersionAndTheOldOneStays() {
        Note first = write(NoteVisibility.EVERYONE, "Calls back on Monday.");
        Note second = notes.change(first.id(), 1, author, NoteVisibility.SUPERVISORS, "Calls back on Tuesday.");
        assertThat(notes.of(customer, author, 20)).containsExactly(second);
        assertThat(notes.versions(first.id(), author)).containsExactly(second, first);
        assertThatThrownBy(() -> notes.versions(first.id(), new Reader("other", Role.AGENT, "blue")))
                .as("what was open to all is no longer")
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> notes.change(first.id(), 1, author, NoteVisibility.EVERYONE, "Lost?"))
                .isInstanceOf(StaleException.class);
        Reader other = new Reader("other", Role.SUPERVISOR, "blue");
        assertThatThrownBy(() -> notes.change(first.id(), 2, other, NoteVisibility.EVERYONE, "Not mine."))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> notes.add(conversation.id(), other, NoteVisibility.EVERYONE, "Not my call."))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void cardNumbersAreNeverStored() {
        Note note = write(
                NoteVisibility.EVERYONE,
                "Read out 4111 1111 1111 1111, 12/27, 123 to me. IBAN FR76 3000 6000 0112 3456 7890 189");
        notes.change(note.id(), 1, author, NoteVisibility.EVERYONE, "No: ٤١١١١١١١١١١١١١١١");
        List<String> stored = jdbc.sql("select text from interaction_note where id = ? order by version")
                .param(note.id())
                .query(String.class)
                .list();
        assertThat(stored.getFirst())
                .contains("[•••• •••• •••• ••••]", "FR76 3000 6000 0112 3456 7890 189")
                .doesNotContain("4111", "123 to");
        assertThat(stored.getLast()).isEqualTo("No: [•••• •••• •••• ••••]");
    }

    @Test
    void nothingAndTooMuchAreRefusedInBothLanguages() {
        assertThatThrownBy(() -> write(NoteVisibility.EVERYONE, " \n "))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems().getFirst().message(org.attune.kernel.Language.FR))
                                .isEqualTo("Écrivez d’abord quelque chose."));
        assertThatThrownBy(() -> write(NoteVisibility.EVERYONE, "x".repeat(2_001)))
                .isInstanceOf(InvalidException.class);
    }
}
