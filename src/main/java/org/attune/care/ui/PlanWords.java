package org.attune.care.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.care.engine.Plan;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** A plan in words. */
final class PlanWords {
    private static final int DATES = 4;

    private PlanWords() {}

    /** One sentence that can be read to the customer. */
    static String sentence(Plan plan, Formats formats, Locale locale) {
        String every = Texts.in(locale, "care.every." + plan.frequency().key()).toLowerCase(locale);
        String key = plan.number() == 1
                ? "care.plan.once"
                : plan.last() == plan.instalment() ? "care.plan.sentence" : "care.plan.sentence.last";
        return Texts.in(
                locale,
                key,
                plan.number(),
                Words.euro(formats, plan.instalment()),
                every,
                formats.date(plan.start()),
                formats.date(plan.end()),
                Words.euro(formats, plan.last()),
                plan.number() - 1);
    }

    /** The first dates. */
    static String dates(Plan plan, Formats formats) {
        String first = plan.instalments().stream()
                .limit(DATES)
                .map(each -> Texts.pair(formats.date(each.due()), Words.euro(formats, each.cents())))
                .collect(Collectors.joining(" · "));
        return plan.number() > DATES ? first + " · …" : first;
    }
}
