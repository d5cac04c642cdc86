package org.attune.care.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.care.Findings;
import org.attune.care.Findings.Finding;
import org.attune.care.Findings.Says;
import org.attune.care.Question;
import org.attune.policy.Facts;
import org.attune.policy.Rule;
import org.springframework.stereotype.Component;

/**
 * Says for each aid likely, check or no, in the three-valued logic of the rules: an open answer leaves open only what it can still
 * change. The next question is the one that can settle most aids at once; a question no open aid depends on is not asked.
 */
@Component
public class BenefitFinder {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private final BenefitBook book;

    BenefitFinder(BenefitBook book) {
        this.book = book;
    }

    /** What can be said for these answers, each of the type of its question. */
    public Findings look(Map<String, Object> answers) {
        return look(answers, Set.of());
    }

    /** The same without asking what the customer does not want to answer. */
    public Findings look(Map<String, Object> answers, Set<String> skipped) {
        Facts facts = new Facts(Map.copyOf(answers));
        List<Finding> findings = new ArrayList<>();
        Map<BenefitBook.Entry, List<String>> open = new LinkedHashMap<>();
        for (BenefitBook.Entry entry : book.entries()) {
            Rule.Verdict verdict = entry.rule().evaluate(facts);
            List<String> asked = verdict.missing();
            if (verdict.passed()) {
                findings.add(new Finding(
                        entry.benefit(),
                        Says.LIKELY,
                        List.copyOf(verdict.values().keySet())));
            } else if (asked.isEmpty()) {
                findings.add(new Finding(entry.benefit(), Says.NO, deciding(entry, answers, verdict)));
            } else {
                findings.add(new Finding(entry.benefit(), Says.CHECK, asked));
                open.put(entry, asked);
            }
        }
        findings.sort(Comparator.comparing(Finding::says)
                .thenComparing(
                        each -> each.says() == Says.CHECK ? each.because().size() : 0));
        return next(answers, findings, open, skipped);
    }

    /** The answers without which it would not be a no. */
    private static List<String> deciding(BenefitBook.Entry entry, Map<String, Object> answers, Rule.Verdict verdict) {
        List<String> deciding = new ArrayList<>();
        for (String read : verdict.values().keySet()) {
            Map<String, Object> without = new HashMap<>(answers);
            without.remove(read);
            if (!entry.rule().evaluate(new Facts(without)).missing().isEmpty()) {
                deciding.add(read);
            }
        }
        return deciding.isEmpty() ? List.copyOf(verdict.values().keySet()) : deciding;
    }

    private Findings next(
            Map<String, Object> answers,
            List<Finding> findings,
            Map<BenefitBook.Entry, List<String>> open,
            Set<String> skipped) {
        Question best = null;
        int bestSettles = -1;
        int bestOpen = 0;
        for (Question question : book.questions().values()) {
            List<BenefitBook.Entry> concerned = open.entrySet().stream()
                    .filter(each -> each.getValue().contains(question.key()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (concerned.isEmpty() || skipped.contains(question.key())) {
                continue;
            }
            int settles = settles(question, concerned, answers);
            if (settles > bestSettles || settles == bestSettles && concerned.size() > bestOpen) {
                best = question;
                bestSettles = settles;
                bestOpen = concerned.size();
            }
        }
        return new Findings(findings, best, Math.max(0, bestSettles));
    }

    /** How many of these aids some answer to the question would settle by itself. */
    private static int settles(Question question, List<BenefitBook.Entry> concerned, Map<String, Object> answers) {
        Map<Object, Facts> tried = new HashMap<>();
        int settled = 0;
        for (BenefitBook.Entry entry : concerned) {
            for (Object value : candidates(question, entry.rule().source())) {
                Facts facts = tried.computeIfAbsent(value, answer -> {
                    Map<String, Object> with = new HashMap<>(answers);
                    with.put(question.key(), answer);
                    return new Facts(with);
                });
                if (entry.rule().evaluate(facts).missing().isEmpty()) {
                    settled++;
                    break;
                }
            }
        }
        return settled;
    }

    /** Answers that stand for all others: each option, or a number below, at and above each number of the rule. */
    private static List<Object> candidates(Question question, String rule) {
        return switch (question.type()) {
            case YESNO -> List.of(true, false);
            case CHOICE ->
                question.options().stream().map(option -> (Object) option.key()).toList();
            case NUMBER -> {
                TreeSet<Object> numbers = new TreeSet<>();
                numbers.add(0.0);
                numbers.add(1_000_000.0);
                Matcher found = NUMBERS.matcher(rule);
                while (found.find()) {
                    double number = Double.parseDouble(found.group());
                    numbers.add(number - 0.01);
                    numbers.add(number);
                    numbers.add(number + 0.01);
                }
                yield List.copyOf(numbers);
            }
        };
    }
}
