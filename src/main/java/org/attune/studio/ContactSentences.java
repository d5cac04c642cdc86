package org.attune.studio;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.Channel;
import org.attune.kernel.Language;
import org.attune.policy.Constraint;
import org.attune.policy.ContactLimit;
import org.attune.policy.ContactRule;
import org.attune.strategy.StrategyDocument;
import org.jspecify.annotations.Nullable;

/** Says contact rules, limits and constraints as sentences, in either language. */
final class ContactSentences {
    private static final String KEY = "studio.contact.say.";

    private final StrategyDocument document;
    private final Language language;
    private final Locale locale;

    ContactSentences(StrategyDocument document, Language language) {
        this.document = document;
        this.language = language;
        this.locale = language.locale();
    }

    /** After 2 declined in Sales within 60 days, pause Sales for 30 days. */
    String of(ContactRule rule) {
        String channel = rule.channel() == null ? "" : text("channel", channel(rule.channel()));
        return text(
                "rule",
                rule.count(),
                rule.outcome() == null
                        ? "…"
                        : plural("outcome." + rule.outcome().key(), rule.count()),
                where(rule) + channel,
                window(rule),
                target(rule),
                days(rule.pauseDays()));
    }

    private String where(ContactRule rule) {
        return rule.issue() == null
                ? text("where." + rule.scope())
                : text("where." + rule.scope() + ".of", issue(rule.issue()));
    }

    private String target(ContactRule rule) {
        return rule.scope().equals(ContactRule.ISSUE) && rule.issue() != null
                ? issue(rule.issue())
                : text("target." + rule.scope());
    }

    private String window(ContactRule rule) {
        Integer conversations = rule.windowInteractions();
        if (conversations == null) {
            return text("within", days(rule.windowDays()));
        }
        String talks = plural("conversations", conversations, conversations);
        return rule.windowDays() == 0
                ? text("within", talks)
                : text("within", text("and", days(rule.windowDays()), talks));
    }

    /** At most 2 conversations in 7 days in which something of Sales is presented. */
    String of(ContactLimit limit) {
        return text(
                "limit." + limit.counts(),
                plural("conversations", limit.count(), limit.count()),
                days(limit.days()),
                kind(limit),
                limit.channel() == null ? "" : text("channel", channel(limit.channel())));
    }

    private String kind(ContactLimit limit) {
        String what = limit.nature() == null
                ? text("kind.any")
                : text("kind.nature", text("nature." + limit.nature().key()));
        if (limit.group() != null) {
            return text("kind.in", what, group(limit.group()));
        }
        return limit.issue() == null ? what : text("kind.in", what, issue(limit.issue()));
    }

    /** 40 pieces for New phone; a proposal holds one for 30 minutes. */
    String of(Constraint constraint) {
        Integer stock = constraint.stock();
        BigDecimal budget = constraint.budget();
        String amount;
        if (stock != null && budget != null) {
            amount = text("and", pieces(stock), euro(budget));
        } else {
            amount = budget == null ? pieces(stock == null ? 0 : stock) : euro(budget);
        }
        return text("constraint", amount, titles(constraint.actions()), minutes(constraint.holdMinutes()));
    }

    String euro(BigDecimal amount) {
        NumberFormat format =
                NumberFormat.getCurrencyInstance(language == Language.FR ? Locale.FRANCE : Locale.of("en", "IE"));
        format.setMaximumFractionDigits(amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
        return format.format(amount);
    }

    private String pieces(int count) {
        return plural("pieces", count, NumberFormat.getIntegerInstance(locale).format(count));
    }

    private String minutes(int count) {
        return plural("minutes", count, count);
    }

    private String days(int count) {
        return plural("days", count, count);
    }

    private String titles(List<String> actions) {
        return actions.isEmpty() ? "…" : actions.stream().map(this::title).collect(Collectors.joining(", "));
    }

    private String title(String key) {
        Action action = document.catalog().action(key);
        return action == null ? key : text("quoted", action.title().in(language));
    }

    private String issue(String key) {
        Issue issue = document.catalog().issue(key);
        return issue == null ? key : issue.label().in(language);
    }

    private String group(String key) {
        Group group = document.catalog().group(key);
        return group == null ? key : group.label().in(language);
    }

    private String channel(@Nullable Channel channel) {
        return channel == null ? "" : I18NProvider.translate(locale, "studio.channel." + channel.key());
    }

    /** French counts 0 like 1. */
    private String plural(String key, int count, Object... values) {
        boolean one = count == 1 || language == Language.FR && count == 0;
        return text(key + (one ? ".one" : ".many"), values);
    }

    private String text(String key, Object... values) {
        return I18NProvider.translate(locale, KEY + key, values);
    }
}
