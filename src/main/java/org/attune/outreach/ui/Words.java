package org.attune.outreach.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.attune.catalog.Action;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.outreach.OutreachItem;
import org.attune.ui.Badge;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Turns an item into the words an agent reads. */
final class Words {
    private static final int URGENT = 80;
    private static final int SOON = 50;

    private final OutreachServices services;

    Words(OutreachServices services) {
        this.services = services;
    }

    static String of(LocalText text) {
        return text.in(Language.of(Texts.locale()));
    }

    /** Urgent, soon or when possible. */
    static Badge priority(int priority) {
        return priority >= URGENT
                ? new Badge(Texts.of("outreach.priority.urgent"), Badge.Kind.BAD)
                : priority >= SOON
                        ? new Badge(Texts.of("outreach.priority.soon"), Badge.Kind.WARN)
                        : new Badge(Texts.of("outreach.priority.later"), Badge.Kind.NEUTRAL);
    }

    /** What to suggest in the call. */
    String suggestion(OutreachItem item) {
        String key = item.action();
        Action action = key == null || !services.live().exists()
                ? null
                : services.live().current().document().catalog().action(key);
        return action == null ? Texts.of("outreach.listen") : Texts.of("outreach.suggest", of(action.title()));
    }

    /** What happened, and when. */
    String signal(OutreachItem item) {
        return of(services.vocabulary().label(Kind.SIGNAL, item.signalType())) + ", "
                + services.formats().ago(item.signalAt());
    }

    boolean overdue(OutreachItem item) {
        return services.clock().instant().isAfter(item.due());
    }

    boolean tooEarly(OutreachItem item) {
        return services.clock().instant().isBefore(item.notBefore());
    }

    /** By when to call, or since when it is overdue. */
    String due(OutreachItem item) {
        if (overdue(item)) {
            return Texts.of("outreach.overdue", services.formats().age(item.due()));
        }
        if (tooEarly(item)) {
            return Texts.of("outreach.from", moment(item.notBefore()));
        }
        return Texts.of("outreach.due", moment(item.due()));
    }

    private String moment(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, services.formats().zone());
        LocalDate today = LocalDate.ofInstant(
                services.clock().instant(), services.formats().zone());
        if (day.equals(today)) {
            return Texts.of("outreach.today", services.formats().time(at));
        }
        return day.equals(today.plusDays(1))
                ? Texts.of("outreach.tomorrow", services.formats().time(at))
                : services.formats().date(at);
    }

    /** How the customer likes to be reached; null when by phone, as anybody would. */
    @Nullable
    String channel(OutreachItem item) {
        return item.channel() == org.attune.kernel.Channel.CALL_CENTER
                ? null
                : Texts.of(
                        "outreach.prefers",
                        of(services.vocabulary()
                                .label(Kind.CHANNEL, item.channel().key())));
    }

    /** The name of a colleague. */
    String person(String username) {
        return services.users().byName(username).map(each -> each.displayName()).orElse(username);
    }

    Duration week() {
        return Duration.ofDays(7);
    }
}
