package org.attune.strategy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is wrong with a catalog is said in French, too. */
class InFrenchTest {
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern CHAIN = Pattern.compile(TEXT + "(?:\\s*\\+\\s*(?:" + TEXT + "|[\\w.()]+))*");

    /** Every sentence in the sources of the checks; {@code x} stands for what is filled in. */
    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/attune/strategy/internal"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*(Check|Findings)\\.java"))
                    .toList()) {
                Matcher chain = CHAIN.matcher(Files.readString(file).replaceAll("(?m)^\\s*(\\*|/\\*\\*|//).*$", ""));
                while (chain.find()) {
                    Matcher text = Pattern.compile(TEXT).matcher(chain.group());
                    StringBuilder sentence = new StringBuilder();
                    int end = 0;
                    while (text.find()) {
                        sentence.append(
                                text.start() > end
                                                && end > 0
                                                && chain.group()
                                                        .substring(end, text.start())
                                                        .matches("(?s).*\\w.*")
                                        ? "x"
                                        : "");
                        sentence.append(text.group(), 1, text.group().length() - 1);
                        end = text.end();
                    }
                    if (sentence.toString().matches("(?s).* .*[.]")) {
                        sentences.add(sentence.toString());
                    }
                }
            }
        }
        return sentences;
    }

    @Test
    void everySentenceOfTheChecksHasAFrenchOne() throws IOException {
        List<String> sentences = sentences();
        assertThat(sentences).hasSizeGreaterThan(55);
        assertThat(sentences)
                .allSatisfy(each -> assertThat(InFrench.of(each.replace("There is no x '", "There is no group '")))
                        .as(each)
                        .isNotEqualTo(each));
    }

    @Test
    void whatIsFilledInComesBack() {
        assertThat(InFrench.of("170 must be between 0 and 100.")).isEqualTo("170 doit être compris entre 0 et 100.");
        assertThat(InFrench.of("There is no action 'pay-$1'."))
                .isEqualTo("Il n’y a pas d’action «\u00a0pay-$1\u00a0».");
        assertThat(InFrench.of("'flat bill' is there twice."))
                .isEqualTo("«\u00a0flat bill\u00a0» s’y trouve deux fois.");
        assertThat(InFrench.of("Something new."))
                .as("better English than nothing")
                .isEqualTo("Something new.");
    }
}
