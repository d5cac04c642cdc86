package org.attune.care.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.care.Benefit;
import org.attune.care.Question;
import org.attune.care.engine.Budget.Category;
import org.attune.kernel.LocalText;
import org.junit.jupiter.api.Test;

/** The seed of aids, questions and the budget form is complete: hundreds of aids, each with rule, source, date, estimate and papers. */
class BenefitBookTest {
    private static final Pattern WORD = Pattern.compile("'[^']*'|[a-z][a-z_]*");
    private static final Set<String> LANGUAGE = Set.of("in");

    private static final BenefitBook BOOK = new BenefitBook();
    private final BenefitBook book = BOOK;
    private final List<Benefit> all =
            book.entries().stream().map(BenefitBook.Entry::benefit).toList();

    @Test
    void hundredsOfAidsHaveRuleSourceDateEstimateAndWhatToBring() {
        assertThat(all.size()).isGreaterThanOrEqualTo(270);
        assertThat(all).allSatisfy(each -> {
            assertThat(each.rule()).as(each.key()).isNotBlank();
            assertThat(each.source()).as(each.key()).isNotBlank();
            assertThat(each.checkedOn()).as(each.key()).isBetween(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 28));
            assertThat(each.bring()).as(each.key()).isNotEmpty();
            assertThat(each.amount().from())
                    .as(each.key())
                    .isBetween(0, each.amount().to());
            assertThat(each.amount().per()).as(each.key()).isIn("month", "year", "once");
        });
        for (String country : List.of("fr", "uk", "au")) {
            assertThat(all.stream()
                            .filter(each -> each.country().equals(country))
                            .count())
                    .isGreaterThanOrEqualTo(70);
        }
        assertThat(all)
                .extracting(Benefit::topic)
                .contains(
                        "energy",
                        "housing",
                        "family",
                        "health",
                        "disability",
                        "telecom",
                        "food",
                        "transport",
                        "education",
                        "debt",
                        "work");
    }

    @Test
    void everyTextStandsInBothLanguagesAndNoneStandsTwice() {
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (Benefit each : all) {
            assertThat(keys.add(each.key())).as(each.key()).isTrue();
            assertThat(names.add(each.name().en())).as(each.key()).isTrue();
            assertThat(names.add(each.country() + each.name().fr()))
                    .as(each.key())
                    .isTrue();
            assertThat(texts.add(each.what().en())).as(each.key()).isTrue();
            assertThat(texts.add(each.what().fr())).as(each.key()).isTrue();
            assertThat(each.what().en()).as(each.key()).hasSizeGreaterThan(30).doesNotContain("{", "}");
            assertThat(each.what().fr()).as(each.key()).hasSizeGreaterThan(30).doesNotContain("{", "}");
        }
    }

    @Test
    void rulesReadKnownQuestionsAndKnownOptionsOnly() {
        Set<String> options = new TreeSet<>();
        for (Question question : book.questions().values()) {
            question.options().forEach(option -> options.add("'" + option.key() + "'"));
        }
        for (Benefit each : all) {
            Matcher words = WORD.matcher(each.rule());
            while (words.find()) {
                String word = words.group();
                if (word.startsWith("'")) {
                    assertThat(options).as(each.key()).contains(word);
                } else if (!LANGUAGE.contains(word)) {
                    assertThat(book.questions()).as(each.key()).containsKey(word);
                }
            }
        }
    }

    @Test
    void everyQuestionIsUsedAndComplete() {
        for (Question question : book.questions().values()) {
            assertThat(complete(question.label())).as(question.key()).isTrue();
            assertThat(question.options()).allMatch(option -> complete(option.label()));
            assertThat(question.type() == Question.Type.CHOICE)
                    .as(question.key())
                    .isEqualTo(!question.options().isEmpty());
            assertThat(book.entries())
                    .as(question.key())
                    .anyMatch(each -> each.rule().source().matches("(?s).*\\b" + question.key() + "\\b.*"));
        }
    }

    @Test
    void theBudgetFormIsCompleteInBothLanguages() {
        BudgetForm form = new BudgetForm();
        assertThat(form.categories()).hasSizeGreaterThan(20).allMatch(each -> complete(each.label()));
        assertThat(form.categories())
                .extracting(Category::key)
                .doesNotHaveDuplicates()
                .contains(BudgetForm.OUR_BILLS);
        assertThat(LocalDate.parse(form.checkedOn())).isBefore(LocalDate.of(2026, 11, 29));
        assertThat(new Partners().all()).allMatch(each -> complete(each.helpsWith()) && complete(each.hours()));
    }

    private static boolean complete(LocalText text) {
        return !text.en().isBlank() && !text.fr().isBlank();
    }
}
