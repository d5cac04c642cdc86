package org.attune.studio;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.audit.AuditEntry;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What care keeps in the trail is short and the same in every language, such as {@code 4 x 1000 cents month}; here it is money and
 * words of the reader. Whatever has another form stays as it was kept.
 */
final class CareTrail {
    /** One kind of short text, and which entries have it. */
    private record Form(Pattern what, Pattern text, BiFunction<MatchResult, Formats, String> words) {}

    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";

    private static final List<Form> FORMS = List.of(
            form(
                    "arrangement\\..+",
                    "(\\d+) x (\\d+) cents (week|fortnight|month|quarter|year)",
                    (found, formats) -> plan(found, formats)),
            form(
                    "arrangement\\.taken-over",
                    "(\\d+) x (\\d+) cents (week|fortnight|month|quarter|year), "
                            + "(proposed|active|kept|broken|completed|cancelled), " + DAY,
                    (found, formats) -> plan(found, formats) + " · " + Texts.of("care.state." + found.group(4)) + " · "
                            + day(found.group(5), formats)),
            form("arrangement\\.paid", "(\\d+) cents", (found, formats) -> euro(found.group(1), formats)),
            form(
                    "arrangement\\..+",
                    "(paid|two-missed)",
                    (found, formats) -> Texts.of("studio.trail.ended." + found.group(1))),
            form(
                    "case\\..+",
                    "(hardship|moratorium|treatment|need|life-support|bereavement|complaint|dispute|discreet|over-indebted)(?:, "
                            + DAY + ")?",
                    (found, formats) -> Texts.of("care.case." + found.group(1))
                            + (found.group(2) == null ? "" : " · " + day(found.group(2), formats))),
            form(
                    "referral\\.became",
                    "(helped|appointment|not-reached|declined)",
                    (found, formats) -> Texts.of("care.became." + found.group(1))),
            form(
                    "budget\\.kept",
                    "version (\\d+)",
                    (found, formats) -> Texts.of("studio.trail.version", found.group(1))),
            form(
                    "answers\\.kept",
                    "(\\d+) answers",
                    (found, formats) -> Texts.of("studio.trail.answers", Integer.valueOf(found.group(1)))));

    private CareTrail() {}

    /** The words for what an entry keeps; the text itself where there are none. */
    static @Nullable String words(AuditEntry entry, @Nullable String text, Formats formats) {
        if (text == null) {
            return null;
        }
        for (Form form : FORMS) {
            Matcher found = form.text().matcher(text);
            if (form.what().matcher(entry.what()).matches() && found.matches()) {
                return form.words().apply(found, formats);
            }
        }
        return text;
    }

    private static Form form(String what, String text, BiFunction<MatchResult, Formats, String> words) {
        return new Form(Pattern.compile(what), Pattern.compile(text), words);
    }

    /** Four payments of ten euros, every month. */
    private static String plan(MatchResult found, Formats formats) {
        return Texts.of("studio.trail.payments", Integer.valueOf(found.group(1)), euro(found.group(2), formats)) + " · "
                + Texts.of("care.every." + found.group(3));
    }

    private static String euro(String cents, Formats formats) {
        return formats.euro(Long.parseLong(cents) / 100.0);
    }

    private static String day(String iso, Formats formats) {
        return formats.date(LocalDate.parse(iso));
    }
}
