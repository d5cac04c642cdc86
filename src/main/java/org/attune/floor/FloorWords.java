package org.attune.floor;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.attune.access.CurrentUser;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.care.AgentCare;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.kernel.Language;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the parts of the page need to say and do. */
@Component
record FloorWords(Vocabulary vocabulary, Formats formats, Users users, CurrentUser user, AgentCare care, Clock clock) {
    /** The name of a user as people read it. */
    String person(String username) {
        return users.byName(username).map(UserAccount::displayName).orElse(username);
    }

    /** A reason of call in words, empty when unknown. */
    String reason(String key) {
        return key.isEmpty() ? "" : vocabulary.label(Kind.REASON_OF_CALL, key).in(Language.of(Texts.locale()));
    }

    /** Minutes and seconds since then; the browser counts on by itself. */
    Span timer(@Nullable Instant since) {
        Span timer = new Span();
        timer.addClassName("tnum");
        if (since != null) {
            timer.setText(passed(Duration.between(since, clock.instant())));
            timer.addClassName("timer");
            timer.getElement().setAttribute("data-since", Long.toString(since.toEpochMilli()));
        }
        return timer;
    }

    /** As the browser writes it when it counts on. */
    private static String passed(Duration time) {
        Duration shown = time.isNegative() ? Duration.ZERO : time;
        return shown.toHours() > 0
                ? String.format(
                        Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", shown.toMinutes(), shown.toSecondsPart());
    }
}
