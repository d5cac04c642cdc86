package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet. A browser forgives a missing brace by taking the rest of the file for a part of that rule. */
class StylesTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    @Test
    void everyRuleIsClosed() throws IOException {
        String styles = COMMENT.matcher(Files.readString(Path.of("frontend/static/attune.css")))
                .replaceAll(found -> found.group().replaceAll("[^\\n]", ""));
        int depth = 0;
        int line = 0;
        for (String each : styles.split("\n")) {
            line++;
            assertThat(depth > 0 && each.matches("[.#a-z*:@].*\\{"))
                    .as("line %d begins at the margin inside another rule: %s", line, each)
                    .isFalse();
            depth += (int) (each.chars().filter(sign -> sign == '{').count()
                    - each.chars().filter(sign -> sign == '}').count());
        }
        assertThat(depth).as("braces left open").isZero();
    }
}
