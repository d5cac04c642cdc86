package org.attune.care.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.care.Benefit;
import org.attune.care.Findings;
import org.attune.care.Findings.Finding;
import org.attune.care.Findings.Says;
import org.attune.care.Question;
import org.junit.jupiter.api.Test;

/** The benefits finder asks little and promises nothing. */
class BenefitFinderTest {
    private static final BenefitBook BOOK = new BenefitBook();
    private final BenefitBook book = BOOK;
    private final BenefitFinder finder = new BenefitFinder(book);

    private static Says says(Findings findings, String key) {
        return finding(findings, key).says();
    }

    private static Finding finding(Findings findings, String key) {
        return findings.findings().stream()
                .filter(each -> each.benefit().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAnswerIsLikelyCheckOrNoWithItsReasons() {
        Map<String, Object> answers = Map.of("country", "fr", "pregnant", true, "bereaved", false, "income", 1_500.0);
        Findings findings = finder.look(answers);

        assertThat(says(findings, "fr-prime-naissance")).isEqualTo(Says.LIKELY);
        assertThat(says(findings, "fr-obseques")).isEqualTo(Says.NO);
        assertThat(finding(findings, "fr-obseques").because()).containsExactly("bereaved");
        assertThat(says(findings, "fr-surendettement")).isEqualTo(Says.CHECK);
        assertThat(finding(findings, "fr-surendettement").because()).containsExactly("debts");
        assertThat(finding(findings, "uk-child").because()).containsExactly("country");
    }

    @Test
    void theNextQuestionIsTheOneThatSettlesMostAidsAndEachOneAskedCanStillChangeAnAnswer() {
        Random random = new Random(42);
        for (int run = 0; run < 6; run++) {
            Map<String, Object> answers = new HashMap<>();
            answers.put("country", List.of("fr", "uk", "au").get(run % 3));
            Set<String> asked = new HashSet<>();
            Findings now = finder.look(answers);
            long open = now.count(Says.CHECK);
            while (now.next() != null) {
                Question question = now.next();
                assertThat(asked.add(question.key()))
                        .as("asked twice: " + question.key())
                        .isTrue();
                assertThat(now.findings())
                        .as("nothing open depends on " + question.key())
                        .anyMatch(each ->
                                each.says() == Says.CHECK && each.because().contains(question.key()));
                answers.put(question.key(), answer(question, random));
                now = finder.look(answers);
                assertThat(now.count(Says.CHECK)).isLessThanOrEqualTo(open);
                open = now.count(Says.CHECK);
            }
            assertThat(open).as("without a next question nothing is open").isZero();
            assertThat(asked.size()).isLessThan(book.questions().size());
        }
    }

    @Test
    void theFirstQuestionSettlesMoreThanAnyOther() {
        mostIsAsked(Map.of("country", "au"));
    }

    /** By now the best question is not the one that stands first in the file. */
    @Test
    void theQuestionAfterItSettlesMoreThanAnyOtherToo() {
        Map<String, Object> answers = new HashMap<>(Map.of("country", "au"));
        Random random = new Random(7);
        for (int step = 0; step < 3; step++) {
            Question next = finder.look(answers).next();
            assertThat(next).isNotNull();
            answers.put(next.key(), answer(next, random));
        }
        Question asked = mostIsAsked(answers);
        assertThat(asked.key())
                .isNotEqualTo(book.questions().values().stream()
                        .filter(each -> finder.look(answers).findings().stream()
                                .anyMatch(open -> open.says() == Says.CHECK
                                        && open.because().contains(each.key())))
                        .findFirst()
                        .orElseThrow()
                        .key());
    }

    private Question mostIsAsked(Map<String, Object> answers) {
        Findings now = finder.look(answers);
        Question first = now.next();
        assertThat(first).isNotNull();
        long bySettled = settledAtBest(answers, first);
        assertThat(now.canChange()).isPositive();
        for (Question other : book.questions().values()) {
            if (!answers.containsKey(other.key())) {
                assertThat(settledAtBest(answers, other)).as(other.key()).isLessThanOrEqualTo(bySettled);
            }
        }
        return first;
    }

    /** By brute force: aids that are open now and are not, for at least one answer out of many. */
    private long settledAtBest(Map<String, Object> answers, Question question) {
        Set<String> open = keys(finder.look(answers));
        Set<String> settled = new HashSet<>();
        List<Object> values = switch (question.type()) {
            case YESNO -> List.of(true, false);
            case CHOICE ->
                question.options().stream().map(each -> (Object) each.key()).toList();
            case NUMBER -> List.of(0.0, 1.0, 2.0, 3.0, 10.0, 17.0, 19.5, 25.0, 40.0, 66.5, 70.0, 900.0, 5_000.0, 1e6);
        };
        for (Object value : values) {
            Map<String, Object> with = new HashMap<>(answers);
            with.put(question.key(), value);
            Set<String> left = keys(finder.look(with));
            open.stream().filter(each -> !left.contains(each)).forEach(settled::add);
        }
        return settled.size();
    }

    private static Set<String> keys(Findings findings) {
        Set<String> keys = new HashSet<>();
        findings.findings().stream()
                .filter(each -> each.says() == Says.CHECK)
                .map(Finding::benefit)
                .map(Benefit::key)
                .forEach(keys::add);
        return keys;
    }

    private static Object answer(Question question, Random random) {
        return switch (question.type()) {
            case YESNO -> random.nextInt(3) == 0;
            case CHOICE ->
                question.options()
                        .get(random.nextInt(question.options().size()))
                        .key();
            case NUMBER ->
                "month".equals(question.unit()) || "money".equals(question.unit())
                        ? (double) random.nextInt(3_000)
                        : (double) random.nextInt(70);
        };
    }
}
