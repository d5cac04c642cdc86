package org.attune.studio;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.attune.catalog.Nature;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.policy.ContactLimit;
import org.attune.policy.ContactPolicy;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How many contacts of which kind in how many days. */
class ContactLimitDialog extends ContactDialog<ContactLimit> {
    private static final long serialVersionUID = 1L;

    private final IntegerField count;
    private final IntegerField days;
    private final Select<String> counts;
    private final ComboBox<String> issue;
    private final ComboBox<String> group;
    private final ComboBox<Nature> nature;
    private final ComboBox<Channel> channel;

    ContactLimitDialog(PartDesk<ContactLimit> desk, @Nullable ContactLimit base) {
        super(desk, Texts.of(base == null ? "studio.contact.limit.new" : "studio.contact.limit.edit"), base);
        ContactLimit shown = base == null
                ? new ContactLimit("new", LocalText.same(""), null, null, null, null, 2, 7, ContactLimit.PRESENTED)
                : base;
        labelEn.setValue(shown.label().en());
        labelFr.setValue(shown.label().fr());
        count = number("count", 1, 1000, shown.count());
        days = number("days", 1, ContactPolicy.REACH_DAYS, shown.days());
        counts = select(
                "counts",
                List.of(ContactLimit.PRESENTED, ContactLimit.CONVERSATIONS),
                each -> Texts.of("studio.contact.counts." + each),
                shown.counts());
        channel = channel(shown.channel());
        issue = issue(shown.issue());
        group = choice(
                "group",
                document.groups().stream().map(each -> each.key()).toList(),
                key -> {
                    var found = document.catalog().group(key);
                    return found == null ? key : Words.in(found.label());
                },
                shown.group());
        nature = choice("nature", List.of(Nature.values()), Words::of, shown.nature());
        preview();
    }

    @Override
    ContactLimit read(String key) {
        return new ContactLimit(
                key,
                label(),
                issue.getValue(),
                group.getValue(),
                nature.getValue(),
                channel.getValue(),
                number(count),
                number(days),
                counts.getValue());
    }

    @Override
    String keyOf(ContactLimit part) {
        return part.key();
    }

    @Override
    String sentence(ContactSentences words, ContactLimit part) {
        return words.of(part);
    }
}
