package org.attune.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept on the disk of a node. */
class LocalJournalTest {
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @TempDir
    Path place;

    @Test
    void whatWasKeptIsThereInOrderAfterARestart() {
        try (LocalJournal journal = LocalJournal.open(place)) {
            journal.add(first, "{\"a\": 1}");
            journal.add(second, "é – ü");
            assertThatThrownBy(() -> journal.add(first, "again")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> journal.add(UUID.randomUUID(), "a\nb"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        try (LocalJournal journal = LocalJournal.open(place)) {
            assertThat(journal.waiting().values()).containsExactly("{\"a\": 1}", "é – ü");
            assertThat(journal.remove(first)).isTrue();
            assertThat(journal.remove(first)).isFalse();
        }
        try (LocalJournal journal = LocalJournal.open(place)) {
            assertThat(journal.waiting().keySet()).containsExactly(second);
        }
    }

    @Test
    void aLineThatWasCutOffByACrashWasNeverPromised() throws IOException {
        try (LocalJournal journal = LocalJournal.open(place)) {
            journal.add(first, "whole");
        }
        Files.writeString(place.resolve("journal-1"), "+ " + second + " ha", StandardOpenOption.APPEND);
        try (LocalJournal journal = LocalJournal.open(place)) {
            assertThat(journal.waiting().values()).containsExactly("whole");
            journal.add(second, "next");
        }
        try (LocalJournal journal = LocalJournal.open(place)) {
            assertThat(journal.waiting().values()).containsExactly("whole", "next");
        }
    }

    @Test
    void twoProcessesKeepApartAndWhoComesLaterTakesOverWhatWasLeft() {
        LocalJournal one = LocalJournal.open(place);
        LocalJournal two = LocalJournal.open(place);
        one.add(first, "one");
        two.add(second, "two");
        assertThat(one.waiting().values()).containsExactly("one");
        two.close();
        one.close();
        try (LocalJournal three = LocalJournal.open(place)) {
            assertThat(three.waiting().values()).containsExactly("one", "two");
        }
        assertThat(place.resolve("journal-2")).doesNotExist();
    }
}
