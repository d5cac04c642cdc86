package org.attune.desk;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.desk.SummaryFacts.Agreed;
import org.attune.desk.SummaryFacts.Answered;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;

/** Puts what happened into sentences, one a line: the same facts give the same words. Needs no page. */
final class SummaryDraft {
    private static final Currency EURO = Currency.getInstance("EUR");

    private final I18NProvider texts;
    private final Language language;
    private final Locale regional;
    private final List<String> lines = new ArrayList<>();

    private SummaryDraft(I18NProvider texts, Language language) {
        this.texts = texts;
        this.language = language;
        // Plain English means the American order of a date to Java; Attune's readers are in Europe.
        this.regional = language == Language.FR ? Locale.FRANCE : Locale.UK;
    }

    /** The summary in both languages. */
    static LocalText of(SummaryFacts facts, I18NProvider texts) {
        return new LocalText(of(facts, texts, Language.EN), of(facts, texts, Language.FR));
    }

    static String of(SummaryFacts facts, I18NProvider texts, Language language) {
        return new SummaryDraft(texts, language).compose(facts);
    }

    private String compose(SummaryFacts facts) {
        String side = facts.began().name().toLowerCase(Locale.ROOT);
        lines.add(
                facts.about().isBlank()
                        ? say(side)
                        : say(side + ".about", facts.about().in(language)));
        line("accepted", facts.with(Outcome.ACCEPTED));
        line("fulfilled", facts.with(Outcome.FULFILLED));
        line("declined", facts.with(Outcome.DECLINED));
        line("not-now", facts.with(Outcome.NOT_NOW));
        line("not-offered", facts.with(Outcome.NOT_OFFERED));
        line("cancelled", facts.with(Outcome.CANCELLED));
        line("presented", facts.with(Outcome.PRESENTED));
        if (facts.listened()) {
            lines.add(say("listened"));
        } else if (facts.answers().isEmpty()) {
            lines.add(say("nothing"));
        }
        names("recorded", facts.states());
        facts.arrangements().forEach(each -> lines.add(arrangement(each)));
        names("passed-on", facts.partners());
        if (facts.budget()) {
            lines.add(say("budget"));
        }
        if (!facts.dates().isEmpty()) {
            lines.add(say(
                    "dates",
                    facts.dates().stream()
                            .map(each -> say("date." + each.what(), date(each.due())))
                            .collect(Collectors.joining(", "))));
        }
        return String.join("\n", lines);
    }

    private void line(String key, List<Answered> answers) {
        if (!answers.isEmpty()) {
            lines.add(say(key, answers.stream().map(this::answer).collect(Collectors.joining("; "))));
        }
    }

    private String answer(Answered each) {
        LocalText why = each.why();
        LocalDate again = each.again();
        String words = each.title().in(language);
        if (why != null) {
            words = say("why", words, why.in(language).toLowerCase(language.locale()));
        }
        return again == null ? words : say("again", words, date(again));
    }

    private void names(String key, List<LocalText> names) {
        if (!names.isEmpty()) {
            lines.add(say(key, names.stream().map(each -> each.in(language)).collect(Collectors.joining(", "))));
        }
    }

    private String arrangement(Agreed each) {
        String amount = money(each.cents());
        String key = each.waits() ? "arrangement.waits" : "arrangement";
        if (each.payments() == 1) {
            return say(key + ".one", amount, date(each.first()));
        }
        return say(
                each.lastCents() == each.cents() ? key : key + ".last",
                each.payments(),
                amount,
                say("every." + each.every()),
                date(each.first()),
                date(each.last()),
                money(each.lastCents()));
    }

    private String money(long cents) {
        NumberFormat format = NumberFormat.getCurrencyInstance(regional);
        format.setCurrency(EURO);
        return format.format(cents / 100.0);
    }

    private String date(LocalDate date) {
        return Dates.medium(date, language);
    }

    private String say(String key, Object... args) {
        return texts.getTranslation("wrapup.summary." + key, language.locale(), args);
    }
}
