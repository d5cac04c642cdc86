package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import org.attune.access.CurrentUser;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.customer.Attributes;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.PartEdit;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The issues and their groups: names, the rules they share, what is in them. */
@Route(value = GroupsView.PATH, layout = MainLayout.class)
@RolesAllowed("ADMIN")
class GroupsView extends Page {
    private static final long serialVersionUID = 1L;

    static final String PATH = "studio/groups";

    private final transient Strategies strategies;
    private final transient Attributes attributes;
    private final transient Formats formats;
    private final transient News news;
    private final transient PartDesk<Issue> issues;
    private final transient PartDesk<Group> groups;
    private final RevisionChip revision;
    private final Div cards = new Div();
    private final EmptyState empty =
            new EmptyState(Icons.CATALOG, Texts.of("studio.tier.none"), Texts.of("studio.tier.none.hint"));
    private @Nullable Registration listening;

    GroupsView(
            Strategies strategies,
            ChangeRequests requests,
            Attributes attributes,
            Formats formats,
            News news,
            CurrentUser user) {
        super(Texts.of("studio.tier"));
        this.strategies = strategies;
        this.attributes = attributes;
        this.formats = formats;
        this.news = news;
        String who = user.username();
        String page = Texts.of("studio.tier");
        issues = new PartDesk<>(strategies, requests, who, page, StrategyDocument::issues, Issue::key, PartEdit::issue);
        groups = new PartDesk<>(strategies, requests, who, page, StrategyDocument::groups, Group::key, PartEdit::group);
        revision = new RevisionChip(strategies, formats);
        PageLink back =
                new PageLink(CatalogView.PATH, Icons.CHEVRON_LEFT.create(), new Span(Texts.of("studio.catalog")));
        back.addClassNames("btn", "link");
        headerStart().addComponentAsFirst(back);
        headerEnd()
                .add(
                        revision,
                        new ActionButton(Texts.of("studio.tier.issue.new"), click -> edit((Issue) null))
                                .icon(Icons.PLUS));
        cards.addClassNames("tiers", "scroll");
        cards.getElement().setAttribute("tabindex", "0");
        cards.getElement().setAttribute("role", "region");
        cards.getElement().setAttribute("aria-label", Texts.of("studio.tier"));
        content().add(cards);
        refresh();
    }

    private void refresh() {
        revision.refresh();
        cards.removeAll();
        StrategyDocument document = issues.document();
        document.issues().forEach(issue -> cards.add(new TierCard(document, issue, new Buttons(), formats)));
        if (document.issues().isEmpty()) {
            cards.add(empty);
        }
    }

    /** What can be pressed on a card. */
    final class Buttons {
        void edit(Issue issue) {
            GroupsView.this.edit(issue);
        }

        void edit(Group group) {
            GroupsView.this.edit(group, group.issue());
        }

        void addTo(Issue issue) {
            GroupsView.this.edit((Group) null, issue.key());
        }

        void remove(Issue issue) {
            ask(Words.in(issue.label()), () -> issues.save(issue, null));
        }

        void remove(Group group) {
            ask(Words.in(group.label()), () -> groups.save(group, null));
        }
    }

    private void edit(@Nullable Issue issue) {
        open(
                issue == null ? Texts.of("studio.tier.issue.new") : Words.in(issue.label()),
                issue == null ? null : Tier.of(issue),
                null,
                issues,
                typed -> issues.save(issue, typed.issue(issue)));
    }

    private void edit(@Nullable Group group, String inIssue) {
        open(
                group == null ? Texts.of("studio.tier.group.new") : Words.in(group.label()),
                group == null ? null : Tier.of(group),
                inIssue,
                groups,
                typed -> groups.save(group, typed.group(group)));
    }

    private void open(
            String title,
            @Nullable Tier base,
            @Nullable String inIssue,
            PartDesk<?> desk,
            java.util.function.Consumer<Tier> save) {
        new TierDialog(
                        title,
                        base,
                        inIssue,
                        desk.document().catalog(),
                        strategies,
                        attributes.dictionary(),
                        desk::free,
                        typed -> {
                            save.accept(typed);
                            refresh();
                        })
                .open();
    }

    private void ask(String label, Runnable remove) {
        Ask.danger(
                Texts.of("studio.contact.remove.title", label),
                Texts.of("studio.tier.remove.question"),
                Texts.of("studio.contact.remove"),
                () -> {
                    try {
                        remove.run();
                    } catch (ConflictException | NotFoundException e) {
                        Notify.error(e);
                    } catch (InvalidException e) {
                        Notify.error(e.problems().getFirst().place() + ": "
                                + e.problems().getFirst().message(Language.of(Texts.locale())));
                    }
                    refresh();
                });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(StrategyPublished.class, published -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
