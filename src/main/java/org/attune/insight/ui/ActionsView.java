package org.attune.insight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.attune.history.DayFigures;
import org.attune.history.OutcomeRecorded;
import org.attune.insight.internal.ActionCsv;
import org.attune.insight.internal.ActionSheet;
import org.attune.insight.internal.ActionSheets;
import org.attune.insight.internal.Names;
import org.attune.insight.internal.Selection;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How every action does, live. */
@Route(value = InsightNavigation.ACTIONS, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class ActionsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient ActionSheets sheets;
    private final transient News news;
    private final transient LiveReaders readers;
    private final transient Words words;
    private final transient Formats formats;
    private final FilterBar filters;
    private final FigureTiles tiles;
    private final ActionsGrid grid;
    private final BubbleChart bubbles;
    private final DayChart days;
    private final SectionTitle daysTitle = new SectionTitle(Texts.of("insight.days.title"));
    private final Paragraph caption = new Paragraph();
    private final Span control = new Span();
    private final Span note = new Span();
    private final Span liveWord = new Span();
    private final Chip live = live();
    private final Anchor export = new Anchor();
    private final List<Registration> subscriptions = new ArrayList<>();
    private transient @Nullable LiveReader<ActionSheet> reader;
    // Read by the thread that reads for this page.
    private transient volatile Selection selection = new Selection(null, null, null);
    private transient volatile Names names;
    private @Nullable String marked;
    private String title = "";

    ActionsView(ActionSheets sheets, News news, LiveReaders readers, Words words, Formats formats, JsonMapper json) {
        super(Texts.of("insight.actions.title"));
        this.sheets = sheets;
        this.news = news;
        this.readers = readers;
        this.words = words;
        this.formats = formats;
        names = words.names();
        filters = new FilterBar(words, chosen -> getUI().ifPresent(ui -> InsightNavigation.toActions(ui, chosen)));
        tiles = new FigureTiles(formats, words);
        grid = new ActionsGrid(formats, words);
        bubbles = new BubbleChart(formats, json);
        days = new DayChart(formats, json);
        headerStart().add(filters);
        export.addClassName("btn");
        export.add(Icons.DOWNLOAD.create(), new Span(Texts.of("insight.export")));
        headerEnd().add(live, export);
        grid.setEmptyStateComponent(new EmptyState(
                Icons.LIFT,
                Texts.of("insight.empty"),
                Texts.of("insight.empty.hint"),
                new ActionButton(
                        Texts.of("insight.empty.all"),
                        click -> getUI().ifPresent(ui ->
                                InsightNavigation.toActions(ui, new Selection(null, null, selection.channel()))))));
        grid.asSingleSelect().addValueChangeListener(event -> mark(event.getValue()));
        bubbles.onPoint(grid::mark);
        content().addClassName("insight-actions");
        content().add(tiles, new Card(grid).flush().fill(), charts());
        footerStart().add(new Span(Texts.of("insight.footer")), note);
        footerEnd().add(control);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = Selection.read(event.getLocation().getQueryParameters()::getSingleParameter, sheets.today());
        filters.show(selection, sheets.today());
        ActionSheet sheet = sheets.read(selection, names);
        grid.show(sheet.rows(), selection);
        show(sheet, false);
        String file = ActionCsv.name(selection, sheets.today());
        export.setHref(DownloadHandler.fromInputStream(download -> file(file), file), AttachmentType.DOWNLOAD);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        LiveReader<ActionSheet> started =
                readers.start(event.getUI(), () -> sheets.read(selection, names), this::update, this::stale);
        reader = started;
        subscriptions.add(news.listen(OutcomeRecorded.class, outcome -> started.news()));
        subscriptions.add(news.listen(
                StrategyPublished.class,
                published -> event.getUI().access(() -> {
                    names = words.names();
                    started.news();
                })));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscriptions.forEach(Registration::remove);
        subscriptions.clear();
        LiveReader<ActionSheet> running = reader;
        if (running != null) {
            running.stop();
        }
    }

    private void update(ActionSheet sheet) {
        if (sheet.selection().equals(selection)) {
            grid.update(sheet.rows());
            show(sheet, true);
        }
    }

    private void show(ActionSheet sheet, boolean highlight) {
        tiles.show(sheet, highlight);
        int unplaced = bubbles.show(sheet.rows());
        String words = Texts.of(bubbles.hasPoints() ? "insight.bubbles.caption" : "insight.bubbles.empty");
        caption.setText(
                unplaced == 0 ? words : words + " " + Texts.of("insight.bubbles.unplaced", formats.count(unplaced)));
        showDays(marked == null ? sheet.days() : sheets.days(selection, marked));
        control.setText(Texts.of(
                "insight.control",
                formats.percent(sheet.controlShare(), 0),
                formats.count(sheet.totals().controlPresented())));
        note.setText(noteOf(sheet));
        liveWord.setText(Texts.of("insight.live"));
        live.removeClassName("stale");
        live.setTitle(Texts.of("insight.live.at", formats.exact(sheet.readAt())));
    }

    private String noteOf(ActionSheet sheet) {
        return sheet.silent() == 0 ? "" : Texts.of("insight.silent", formats.count(sheet.silent()));
    }

    private void showDays(List<DayFigures> figures) {
        String of = days.show(figures) ? "insight.weeks.title" : "insight.days.title";
        daysTitle.setText(title.isEmpty() ? Texts.of(of) : Texts.of(of + ".of", title));
    }

    private void stale() {
        liveWord.setText(Texts.of("insight.stale"));
        live.addClassName("stale");
    }

    private void mark(@Nullable ActionLine line) {
        marked = line == null ? null : line.key();
        bubbles.mark(marked);
        title = line == null ? "" : line.row().title();
        showDays(sheets.days(selection, marked));
    }

    private Component charts() {
        SectionTitle title = new SectionTitle(Texts.of("insight.bubbles.title"));
        Paragraph sub = new Paragraph(Texts.of("insight.bubbles.sub"));
        sub.addClassNames("muted", "small");
        caption.addClassNames("muted", "small");
        daysTitle.addClassName("days-title");
        Card card = new Card(title, sub, bubbles, caption, daysTitle, days).fill();
        card.addClassName("chart-card");
        return card;
    }

    private Chip live() {
        Chip chip = new Chip("");
        Span dot = new Span();
        dot.addClassName("dot-live");
        chip.add(dot, liveWord);
        return chip;
    }

    private DownloadResponse file(String name) {
        byte[] bytes = ActionCsv.of(sheets.read(selection, names)).getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(new ByteArrayInputStream(bytes), name, "text/csv;charset=UTF-8", bytes.length);
    }
}
