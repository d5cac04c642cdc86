package org.attune.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which test shows which capability tells the truth. */
class ScenarioIndexTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");

    @Test
    void everyScenarioThatIsNamedIsThereAndEveryOneThatIsThereIsNamed() throws IOException {
        Map<String, Path> tests = tests();
        String page = Files.readString(Path.of("docs/scenarios.md"));
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(page);
        int found = 0;
        while (named.find()) {
            found++;
            Path test = tests.get(named.group(1));
            if (test == null
                    || named.group(2) != null && !Files.readString(test).contains(" " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertThat(found).isGreaterThan(50);
        assertThat(missing).isEmpty();
        assertThat(tests.entrySet())
                .filteredOn(each -> each.getValue().getParent().endsWith("scenario"))
                .extracting(Map.Entry::getKey)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(page).contains(each));
    }

    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.filter(each -> each.toString().endsWith("Test.java"))
                    .forEach(each -> tests.put(each.getFileName().toString().replace(".java", ""), each));
        }
        return tests;
    }
}
