package org.attune.insight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.access.CurrentUser;
import org.attune.access.Role;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.customer.CustomerSummary;
import org.attune.customer.Customers;
import org.attune.history.History;
import org.attune.interaction.CodeCount;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.InteractionChanged;
import org.attune.interaction.Notes;
import org.attune.interaction.PastConversation;
import org.attune.interaction.PastConversations;
import org.attune.interaction.Reader;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Conversations that are over: what became of them, their summaries and the notes somebody may read. Nothing is counted per agent. */
@Route(value = InsightNavigation.CONVERSATIONS, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class ConversationsView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;
    private static final int DAYS = 7;

    private final transient PastConversations past;
    private final transient Customers customers;
    private final transient Users users;
    private final transient Formats formats;
    private final transient News news;
    private final transient Clock clock;
    private final Grid<PastConversation> grid = new Grid<>();
    private final Select<CodeCount> codes = new Select<>();
    private final ConversationPanel panel;
    private final transient Map<CustomerId, CustomerSummary> names = new HashMap<>();
    private final transient Map<String, String> agents = new HashMap<>();
    private @Nullable Registration listening;

    ConversationsView(
            PastConversations past,
            Notes notes,
            Customers customers,
            Users users,
            History history,
            Words words,
            Formats formats,
            News news,
            CurrentUser user,
            Clock clock) {
        super(Texts.of("wrapup.past.title"));
        this.past = past;
        this.customers = customers;
        this.users = users;
        this.formats = formats;
        this.news = news;
        this.clock = clock;
        Reader reader = new Reader(user.username(), user.role().orElse(Role.ADMIN), user.team());
        panel = new ConversationPanel(notes, reader, history, words, formats, this::customer, this::agent);
        codes.setAriaLabel(Texts.of("wrapup.past.code"));
        codes.setPlaceholder(Texts.of("wrapup.past.all"));
        codes.setEmptySelectionAllowed(true);
        codes.setEmptySelectionCaption(Texts.of("wrapup.past.all"));
        codes.setItemLabelGenerator(each -> each == null
                ? Texts.of("wrapup.past.all")
                : Texts.of("wrapup.past.count", label(each), formats.count(each.count())));
        codes.setWidth("320px");
        codes.addValueChangeListener(change -> refresh());
        headerStart().add(codes);
        columns();
        content().addClassNames("cols", "insight-conversations");
        content().add(new Card(grid).flush().fill(), panel);
        Span note = new Span(Texts.of("wrapup.past.days", DAYS));
        note.addClassName("muted");
        footerStart().add(note);
        countCodes();
        refresh();
    }

    private void columns() {
        grid.getElement().setAttribute("aria-label", Texts.of("wrapup.past.title"));
        grid.addClassName("catalog");
        grid.setSizeFull();
        grid.setEmptyStateComponent(
                new EmptyState(Icons.PHONE, Texts.of("wrapup.past.empty"), Texts.of("wrapup.past.empty.hint")));
        column("at", "160px", each -> formats.dateTime(each.closedAt()));
        column("customer", null, this::customer);
        column("queue", "110px", each -> SystemNames.queue(each.queue()));
        column("agent", "130px", each -> agent(each.agent()));
        grid.addComponentColumn(ConversationsView::code)
                .setHeader(Texts.of("wrapup.past.column.code"))
                .setWidth("190px")
                .setFlexGrow(0);
        grid.asSingleSelect().addValueChangeListener(change -> panel.show(change.getValue()));
    }

    private void column(String key, @Nullable String width, ValueProvider<PastConversation, String> text) {
        Grid.Column<PastConversation> column = grid.addColumn(text).setHeader(Texts.of("wrapup.past.column." + key));
        if (width != null) {
            column.setWidth(width).setFlexGrow(0);
        }
    }

    static Span code(PastConversation each) {
        if (each.code() == null) {
            return new Span();
        }
        return new Badge(
                each.code().in(Language.of(Texts.locale())), each.timedOut() ? Badge.Kind.WARN : Badge.Kind.NEUTRAL);
    }

    private String customer(PastConversation each) {
        CustomerId id = each.customer();
        CustomerSummary known = id == null ? null : names.get(id);
        return known == null ? Texts.of("wrapup.past.unknown") : known.displayName();
    }

    private String agent(String user) {
        return agents.computeIfAbsent(
                user, any -> users.byName(any).map(UserAccount::displayName).orElse(any));
    }

    private static String label(CodeCount each) {
        String code = each.label().in(Language.of(Texts.locale()));
        return each.queue().isEmpty() ? code : SystemNames.queue(each.queue()) + " · " + code;
    }

    private void countCodes() {
        codes.setItems(past.codes(clock.instant().minus(Duration.ofDays(DAYS))));
    }

    /** Somebody has wrapped one up. A choice that was made stays. */
    private void newOne() {
        if (codes.getValue() == null) {
            countCodes();
        }
        refresh();
    }

    private void refresh() {
        CodeCount chosen = codes.getValue();
        List<PastConversation> found =
                past.latest(chosen == null ? null : chosen.queue(), chosen == null ? null : chosen.code(), MOST);
        List<CustomerId> unknown = new ArrayList<>();
        found.stream()
                .map(PastConversation::customer)
                .filter(Objects::nonNull)
                .filter(each -> !names.containsKey(each))
                .forEach(unknown::add);
        names.putAll(customers.summaries(unknown));
        PastConversation before = grid.asSingleSelect().getValue();
        grid.setItems(found);
        PastConversation again = before == null
                ? null
                : found.stream()
                        .filter(each -> each.id().equals(before.id()))
                        .findFirst()
                        .orElse(null);
        grid.asSingleSelect().setValue(again);
        panel.show(again);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(InteractionChanged.class, changed -> {
            if (changed.interaction().state() == State.CLOSED) {
                ui.access(this::newOne);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
