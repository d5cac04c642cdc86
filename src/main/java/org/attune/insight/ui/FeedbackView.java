package org.attune.insight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.attune.access.CurrentUser;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.history.OutcomeRecorded;
import org.attune.history.Report;
import org.attune.history.Report.Kind;
import org.attune.history.Report.Settled;
import org.attune.history.Reports;
import org.attune.kernel.AttuneException;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What agents say is wrong: facts that are not true, proposals that were out of place. Each waits until somebody has seen to it. */
@Route(value = InsightNavigation.FEEDBACK, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class FeedbackView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    private final transient Reports reports;
    private final transient Users users;
    private final transient Words words;
    private final transient Formats formats;
    private final transient News news;
    private final String who;
    private final Grid<Report> grid = new Grid<>();
    private final Span shown = new Span();
    private @Nullable Kind kind;
    private boolean settled;
    private @Nullable Registration listening;

    FeedbackView(Reports reports, Users users, Words words, Formats formats, News news, CurrentUser user) {
        super(Texts.of("insight.feedback.title"));
        this.reports = reports;
        this.users = users;
        this.words = words;
        this.formats = formats;
        this.news = news;
        who = user.username();
        Segmented<String> kinds = new Segmented<String>(Texts.of("insight.feedback.kind"), chosen -> {
                    kind = chosen.isEmpty() ? null : Kind.valueOf(chosen);
                    refresh();
                })
                .option("", Texts.of("insight.feedback.all"))
                .option(Kind.WRONG_FACTS.name(), word(Kind.WRONG_FACTS))
                .option(Kind.INAPPROPRIATE.name(), word(Kind.INAPPROPRIATE));
        kinds.setValue("");
        Segmented<Boolean> states = new Segmented<Boolean>(Texts.of("insight.feedback.state"), chosen -> {
                    settled = chosen;
                    refresh();
                })
                .option(false, Texts.of("insight.feedback.waiting"))
                .option(true, Texts.of("insight.feedback.settled"));
        states.setValue(false);
        headerStart().add(kinds, states);
        columns();
        content().add(new Card(grid).flush().fill());
        footerStart().add(shown);
        refresh();
    }

    private static String word(Kind kind) {
        return Texts.of("insight.feedback." + kind.reason());
    }

    private void columns() {
        grid.getElement().setAttribute("aria-label", Texts.of("insight.feedback.title"));
        grid.addClassName("catalog");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.setEmptyStateComponent(new EmptyState(
                Icons.CHECK, Texts.of("insight.feedback.empty"), Texts.of("insight.feedback.empty.hint")));
        column("at", "150px", report -> formats.dateTime(report.reportedAt()));
        grid.addComponentColumn(report -> new Badge(
                        word(report.kind()), report.kind() == Kind.WRONG_FACTS ? Badge.Kind.INFO : Badge.Kind.WARN))
                .setHeader(Texts.of("insight.feedback.column.kind"))
                .setWidth("180px")
                .setFlexGrow(0);
        column("action", null, report -> words.names().action(report.action()));
        column("agent", "130px", report -> person(report.agent()));
        column("channel", "120px", report -> words.channel(report.channel()));
        grid.addComponentColumn(this::decision)
                .setHeader(Texts.of("insight.feedback.column.decision"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::settling)
                .setHeader(Texts.of("insight.feedback.column.settled"))
                .setWidth("240px")
                .setFlexGrow(0);
    }

    private void column(String key, @Nullable String width, ValueProvider<Report, String> text) {
        Grid.Column<Report> column = grid.addColumn(text).setHeader(Texts.of("insight.feedback.column." + key));
        if (width != null) {
            column.setWidth(width).setFlexGrow(0);
        }
    }

    private String person(String user) {
        return users.byName(user).map(UserAccount::displayName).orElse(user);
    }

    private PageLink decision(Report report) {
        return new PageLink(InsightNavigation.decision(report.decision()), Texts.of("insight.feedback.decision"));
    }

    private Div settling(Report report) {
        Div cell = new Div();
        cell.addClassName("row");
        Settled done = report.settled();
        if (done == null) {
            ActionButton settle =
                    new ActionButton(Texts.of("insight.feedback.settle"), click -> ask(report)).icon(Icons.CHECK);
            settle.addClassName("small");
            cell.add(settle);
        } else {
            Span by = new Span(Texts.of("insight.feedback.settled.by", person(done.who()), formats.ago(done.at())));
            by.addClassName("clip");
            if (!done.note().isEmpty()) {
                by.getElement().setAttribute("translate", "no");
                by.setTitle(done.note());
                by.setText(Texts.pair(by.getText(), done.note()));
            }
            cell.add(by);
        }
        return cell;
    }

    private void ask(Report report) {
        new SettleDialog(Texts.pair(word(report.kind()), words.names().action(report.action())), note -> {
                    try {
                        reports.settle(report.decision(), report.action(), note, who);
                    } catch (AttuneException e) {
                        Notify.info(e);
                    }
                    refresh();
                })
                .open();
    }

    private void refresh() {
        List<Report> found = reports.latest(kind, settled, MOST);
        grid.setItems(found);
        shown.setText(Texts.of("insight.feedback.count", formats.count(reports.waiting())));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(
                OutcomeRecorded.class,
                n -> ui.access(() -> {
                    if (reports.waiting() != grid.getListDataView().getItemCount() && !settled && kind == null) {
                        refresh();
                    }
                }));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
