package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.attune.kernel.Language;
import org.attune.kernel.Problem;
import org.junit.jupiter.api.Test;

/** Whatever is typed: an answer in bounded time, problems with their place, never another exception. */
class RuleFuzzTest {
    private static final List<String> TOKENS = List.of(
            "arrears_days",
            "has_savings",
            "plan",
            "signals",
            "holdings",
            "context",
            "nobody",
            "&&",
            "||",
            "!",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "==",
            "!=",
            "<",
            ">=",
            "in",
            "+",
            "-",
            "*",
            "/",
            "%",
            "?",
            ":",
            ".",
            ",",
            "'a'",
            "\"b\"",
            "'",
            "3",
            "2.5",
            "1e999",
            "9223372036854775808",
            "0x1F",
            "1u",
            "b'x'",
            "r'\\d'",
            "null",
            "true",
            "size",
            "all",
            "exists",
            "has",
            "map",
            "matches",
            "type",
            "dyn",
            "timestamp",
            "duration",
            "int",
            "string",
            "getFullYear",
            "optional",
            "cel",
            "google.protobuf.Any",
            "\n",
            "//x\n",
            "\\",
            "\u0000",
            "é",
            "😀",
            "`a`",
            "signal_within");

    private final RuleCompiler compiler = new RuleCompiler(RandomRules.DICTIONARY);
    private final Random random = new Random(7);

    @Test
    void garbageGivesProblemsInBoundedTime() {
        RandomRules rules = new RandomRules(11);
        Facts facts = rules.facts();
        long slowest = 0;
        for (int i = 0; i < 4_000; i++) {
            String source = switch (i % 4) {
                case 0 -> tokens(1 + random.nextInt(40));
                case 1 -> bent(rules.rule(2));
                case 2 -> characters(random.nextInt(200));
                default -> tokens(1 + random.nextInt(6));
            };
            long start = System.nanoTime();
            List<Problem> problems = compiler.check(source);
            slowest = Math.max(slowest, System.nanoTime() - start);
            assertPlain(source, problems);
            if (problems.isEmpty() && !source.isBlank()) {
                compiler.compile(source).evaluate(facts);
            }
        }
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void giantsAreRefusedAtOnce() {
        for (String part :
                List.of("(", "!", "-", "[", "a.", "a[", "has_savings && ", "1+", "x?y:", "f(", "{'a':", "'a' in ")) {
            for (int times : new int[] {39, 200, 1_900, 20_000}) {
                String source = part.repeat(times) + "true";
                long start = System.nanoTime();
                List<Problem> problems = compiler.check(source);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("%s x %d", part, times)
                        .isLessThan(Duration.ofSeconds(2));
                assertPlain(part + " x " + times, problems);
                if (source.length() > RuleCompiler.LONGEST) {
                    assertThat(problems)
                            .singleElement()
                            .satisfies(p -> assertThat(p.message()).contains("2,000"));
                }
            }
        }
    }

    private static void assertPlain(String source, List<Problem> problems) {
        for (Problem each : problems) {
            assertThat(each.place()).as(source).matches("[1-9]\\d*:[1-9]\\d*");
            for (Language language : Language.values()) {
                assertThat(each.message(language))
                        .as(source)
                        .isNotBlank()
                        .hasSizeLessThan(200)
                        .doesNotContain(
                                "overload", "container", "candidates", "expecting", "mismatched", "extraneous", "%A");
            }
        }
    }

    private String tokens(int count) {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < count; i++) {
            source.append(TOKENS.get(random.nextInt(TOKENS.size()))).append(random.nextBoolean() ? " " : "");
        }
        return source.toString();
    }

    private String bent(String rule) {
        StringBuilder source = new StringBuilder(rule);
        for (int i = 1 + random.nextInt(3); i > 0 && !source.isEmpty(); i--) {
            int at = random.nextInt(source.length());
            if (random.nextBoolean()) {
                source.deleteCharAt(at);
            } else {
                source.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
            }
        }
        return source.toString();
    }

    private String characters(int count) {
        return random.ints(count, 0, random.nextBoolean() ? 0x80 : 0x11000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
