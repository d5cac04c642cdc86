package org.attune.care.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.attune.kernel.AttuneException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.ui.Formats;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Small things that all pages of care say in the same way. */
final class Words {
    private Words() {}

    static Language language() {
        return Language.of(Texts.locale());
    }

    static String of(LocalText text) {
        return text.in(language());
    }

    static String euro(Formats formats, long cents) {
        return formats.euro(cents / 100.0);
    }

    /** Typed money in cents, half a cent up; null when nothing was typed. */
    static @Nullable Long cents(@Nullable BigDecimal typed) {
        return typed == null
                ? null
                : typed.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    static BigDecimal typed(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** Everything that is wrong, in the reader's language. */
    static String problem(AttuneException e) {
        return e.words().in(language());
    }

    /** Does something and says why when it cannot be done; true when it was. */
    static boolean tell(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (AttuneException e) {
            Notify.error(problem(e));
            return false;
        }
    }

    /**
     * The same, but what a field says itself is not told once more.
     *
     * @param said whether a field has said what is wrong there
     */
    static boolean tell(Runnable deed, Predicate<Problem> said) {
        try {
            deed.run();
            return true;
        } catch (InvalidException e) {
            List<Problem> untold =
                    e.problems().stream().filter(each -> !said.test(each)).toList();
            if (!untold.isEmpty()) {
                Notify.error(problem(new InvalidException(untold)));
            }
        } catch (AttuneException e) {
            Notify.error(problem(e));
        }
        return false;
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("muted", "small");
        return span;
    }

    static Div row(@Nullable Component... parts) {
        Div row = new Div();
        for (Component part : parts) {
            if (part != null) {
                row.add(Objects.requireNonNull(part));
            }
        }
        row.addClassNames("row", "wrap");
        return row;
    }
}
