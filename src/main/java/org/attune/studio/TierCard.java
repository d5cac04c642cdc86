package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.IssueBadge;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;

/** One issue with its groups. */
class TierCard extends Card {
    private static final long serialVersionUID = 1L;

    private final transient StrategyDocument document;
    private final transient Formats formats;
    private final transient GroupsView.Buttons buttons;

    TierCard(StrategyDocument document, Issue issue, GroupsView.Buttons buttons, Formats formats) {
        this.document = document;
        this.formats = formats;
        this.buttons = buttons;
        String label = Words.in(issue.label());
        named(label);
        addClassNames("stack", "tight", "tier");
        List<Group> own = document.groups().stream()
                .filter(each -> each.issue().equals(issue.key()))
                .toList();
        add(head(issue, label, own));
        UnorderedList list = new UnorderedList();
        list.addClassNames("sentences");
        list.getElement().setAttribute("aria-label", Texts.of("studio.tier.groups", label));
        own.forEach(each -> list.add(line(each)));
        if (own.isEmpty()) {
            ListItem none = new ListItem(Texts.of("studio.tier.empty"));
            none.addClassNames("muted", "small");
            list.add(none);
        }
        add(list);
    }

    private Div head(Issue issue, String label, List<Group> own) {
        Div name = new Div(new IssueBadge(issue.key(), label));
        name.addClassNames("row", "tight", "grow");
        if (issue.paused()) {
            name.add(new Badge(Words.of(ActionState.PAUSED), Badge.Kind.WARN));
        }
        name.add(rules(Tier.of(issue)));
        ActionButton plus = new ActionButton(Texts.of("studio.tier.group.add", label), click -> buttons.addTo(issue))
                .link()
                .iconOnly(Icons.PLUS);
        ActionButton edit = new ActionButton(Texts.of("studio.edit.named", label), click -> buttons.edit(issue))
                .link()
                .iconOnly(Icons.EDIT);
        Div head = new Div(name, plus, edit);
        head.addClassNames("row", "tight");
        if (own.isEmpty()) {
            head.add(new ActionButton(Texts.of("studio.contact.remove.named", label), click -> buttons.remove(issue))
                    .link()
                    .iconOnly(Icons.CLOSE));
        }
        return head;
    }

    private ListItem line(Group group) {
        String label = Words.in(group.label());
        long actions = document.actions().stream()
                .filter(each -> each.group().equals(group.key()))
                .count();
        PageLink link = new PageLink(
                CatalogView.PATH + "?"
                        + new CatalogFilter(label, group.issue(), null)
                                .parameters()
                                .getQueryString(),
                label);
        link.addClassName("catalog-title");
        Span count =
                new Span(actions == 0 ? Texts.of("studio.tier.actions.none") : counted("studio.tier.actions", actions));
        count.addClassNames("muted", "small", "tnum");
        Div name = new Div(link, count, rules(Tier.of(group)));
        name.addClassNames("row", "tight", "grow");
        if (group.lever().percent() != 0) {
            Span lever = new Span(Levers.words(group.lever(), LocalDate.now(formats.zone()), formats));
            lever.addClassNames("muted", "small", "tnum");
            name.add(lever);
        }
        ListItem line = new ListItem(
                name,
                new ActionButton(Texts.of("studio.edit.named", label), click -> buttons.edit(group))
                        .link()
                        .iconOnly(Icons.EDIT));
        line.addClassNames("row", "tight");
        if (actions == 0) {
            line.add(new ActionButton(Texts.of("studio.contact.remove.named", label), click -> buttons.remove(group))
                    .link()
                    .iconOnly(Icons.CLOSE));
        }
        return line;
    }

    private static Span rules(Tier tier) {
        Span rules = new Span(tier.rules() == 0 ? "" : counted("studio.tier.rules", tier.rules()));
        rules.addClassNames("muted", "small", "tnum");
        return rules;
    }

    private static String counted(String key, long count) {
        return count == 1 ? Texts.of(key + ".one") : Texts.of(key + ".many", count);
    }
}
