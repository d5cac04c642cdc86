package org.attune.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.kernel.AttuneException;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.junit.jupiter.api.Test;

/** What cannot be done as things stand is told to people in their language. */
class ConflictsTest {
    /** Read by programs only: the API, imports, the log of the engines. */
    private static final List<String> PROGRAMS =
            List.of("/channel/", "/customer/ImportJobs.java", "/learning/internal/", "/kernel/");

    private static final Pattern ENGLISH_ONLY = Pattern.compile("new ConflictException\\(\\s*\"[^\"]*\"(?!,)");

    @Test
    void everyConflictThatSomebodyMeetsIsWrittenInBothLanguages() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(each -> each.toString().endsWith(".java"))
                            .filter(each -> PROGRAMS.stream()
                                    .noneMatch(place ->
                                            each.toString().replace('\\', '/').contains(place))))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(ENGLISH_ONLY
                                    .matcher(Files.readString(each))
                                    .results()
                                    .map(found -> found.group())
                                    .filter(found -> !both(each, found)))
                            .as(each.toString())
                            .isEmpty());
        }
    }

    /** The one conflict that lists its places has the words of each place. */
    private static boolean both(Path file, String found) {
        return file.endsWith("ChangeRequests.java") && found.contains("Revision ");
    }

    @Test
    void eachKindOfErrorHasWordsInBothLanguages() {
        assertThat(new ConflictException(new LocalText("Taken.", "Pris.")).words())
                .isEqualTo(new LocalText("Taken.", "Pris."));
        assertThat(new ConflictException("Taken.", List.of(new Problem("", new LocalText("Taken.", "Pris.")))).words())
                .isEqualTo(new LocalText("Taken.", "Pris."));
        assertThat(new InvalidException(List.of(
                                new Problem("a", new LocalText("Too long.", "Trop long.")),
                                new Problem("b", new LocalText("Missing.", "Manquant."))))
                        .words())
                .isEqualTo(new LocalText("Too long. Missing.", "Trop long. Manquant."));
        for (AttuneException each : List.of(new NotFoundException("note", 7), new StaleException("note"))) {
            assertThat(each.words().en()).isEqualTo(each.getMessage());
            assertThat(each.words().fr()).isNotEqualTo(each.getMessage());
        }
    }
}
