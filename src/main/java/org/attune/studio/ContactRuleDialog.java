package org.attune.studio;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.policy.ContactPolicy;
import org.attune.policy.ContactRule;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** After how much of what, where, pause what for how long. */
class ContactRuleDialog extends ContactDialog<ContactRule> {
    private static final long serialVersionUID = 1L;

    private static final List<String> SCOPES =
            List.of(ContactRule.ACTION, ContactRule.GROUP, ContactRule.ISSUE, ContactRule.ANY);

    private final IntegerField count;
    private final Select<Outcome> outcome;
    private final Select<String> scope;
    private final ComboBox<String> issue;
    private final ComboBox<Channel> channel;
    private final IntegerField windowDays;
    private final IntegerField windowInteractions;
    private final IntegerField pauseDays;

    ContactRuleDialog(PartDesk<ContactRule> desk, @Nullable ContactRule base) {
        super(desk, Texts.of(base == null ? "studio.contact.rule.new" : "studio.contact.rule.edit"), base);
        ContactRule shown = base == null
                ? ContactRule.ofDays("new", Outcome.DECLINED, ContactRule.ISSUE, 2, 60, 30, LocalText.same(""))
                : base;
        labelEn.setValue(shown.label().en());
        labelFr.setValue(shown.label().fr());
        count = number("count", 1, 1000, shown.count());
        outcome = select(
                "outcome",
                List.of(Outcome.values()),
                each -> Texts.of("studio.contact.outcome." + each.key()),
                shown.outcome());
        scope = select("scope", SCOPES, each -> Texts.of("studio.contact.scope." + each), shown.scope());
        issue = issue(shown.issue());
        channel = channel(shown.channel());
        windowDays = number("windowDays", 0, ContactPolicy.REACH_DAYS, shown.windowDays());
        windowInteractions = number("windowInteractions", 1, 1000, shown.windowInteractions());
        windowInteractions.setPlaceholder(Texts.of("studio.contact.no-limit"));
        windowInteractions.setClearButtonVisible(true);
        pauseDays = number("pauseDays", 0, ContactPolicy.REACH_DAYS, shown.pauseDays());
        preview();
    }

    @Override
    ContactRule read(String key) {
        return new ContactRule(
                key,
                outcome.getValue(),
                scope.getValue(),
                issue.getValue(),
                channel.getValue(),
                number(count),
                number(windowDays),
                windowInteractions.getValue(),
                number(pauseDays),
                label());
    }

    @Override
    String keyOf(ContactRule part) {
        return part.key();
    }

    @Override
    String sentence(ContactSentences words, ContactRule part) {
        return words.of(part);
    }
}
