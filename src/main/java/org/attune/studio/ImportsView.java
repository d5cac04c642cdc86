package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.CurrentUser;
import org.attune.customer.CustomerImports;
import org.attune.customer.ImportStatus;
import org.attune.decision.PastAnswers;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Files come in here: customers and past answers, with progress and every rejected row. */
@Route(value = "studio/imports", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class ImportsView extends Page {
    private static final long serialVersionUID = 1L;

    private static final int LATEST = 50;
    private static final int POLL_MILLIS = 700;

    private final transient CustomerImports customers;
    private final transient PastAnswers answers;
    private final transient Clock clock;
    private final transient Formats formats;
    private final String who;
    private final Grid<ImportStatus> grid = new Grid<>();
    private final Grid<ImportStatus.RowError> errors = new Grid<>();
    private final SectionTitle errorsTitle = new SectionTitle(Texts.of("studio.import.errors"));
    private final Div message = new Div();
    private final EmptyState none =
            new EmptyState(Icons.IMPORT, Texts.of("studio.import.none"), Texts.of("studio.import.none.hint"));
    private @Nullable UUID chosen;
    private @Nullable Registration polling;

    ImportsView(
            CustomerImports customers,
            PastAnswers answers,
            ImportMappings mappings,
            CurrentUser user,
            Clock clock,
            Formats formats) {
        super(Texts.of("studio.imports"));
        this.customers = customers;
        this.answers = answers;
        this.clock = clock;
        this.formats = formats;
        who = user.username();
        list();
        errorList();
        message.addClassNames("banner", "bad");
        Card below = new Card(errorsTitle, message, errors).fill().named(Texts.of("studio.import.errors"));
        below.addClassName("stack");
        Div right = new Div(new Card(grid, none).flush().fill(), below);
        right.addClassNames("stack", "imports-right");
        content().addClassName("imports");
        content().add(new ImportForm(mappings, this::start), right);
    }

    private void list() {
        grid.getElement().setAttribute("aria-label", Texts.of("studio.imports"));
        grid.setSizeFull();
        grid.addColumn(ImportStatus::fileName)
                .setHeader(Texts.of("studio.import.column.file"))
                .setWidth("130px")
                .setTooltipGenerator(ImportStatus::fileName);
        narrow(grid.addColumn(row -> ImportKind.label(row.kind())), "kind", "120px");
        narrow(grid.addComponentColumn(row -> badge(row.state())), "state", "94px");
        number(grid.addColumn(row -> formats.count(row.rows())), "rows", "74px");
        number(
                grid.addColumn(
                        row -> row.rows() == 0 ? "–" : formats.count(Math.round(row.rowsPerSecond(clock.instant())))),
                "speed",
                "76px");
        number(grid.addColumn(row -> formats.count(row.accepted())), "accepted", "86px");
        number(grid.addColumn(row -> formats.count(row.changed())), "changed", "84px");
        number(grid.addColumn(row -> formats.count(row.rejected())), "rejected", "82px");
        narrow(grid.addColumn(row -> formats.dateTime(row.startedAt())), "started", "156px");
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen = change.getValue() == null ? null : change.getValue().id();
                showErrors(change.getValue());
            }
        });
    }

    private void errorList() {
        errors.getElement().setAttribute("aria-label", Texts.of("studio.import.errors"));
        errors.setSizeFull();
        errors.setSelectionMode(Grid.SelectionMode.NONE);
        errors.addColumn(error -> formats.count(error.row()))
                .setHeader(Texts.of("studio.import.column.row"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px")
                .setFlexGrow(0);
        errors.addColumn(ImportStatus.RowError::column)
                .setHeader(Texts.of("studio.import.column.column"))
                .setWidth("170px")
                .setFlexGrow(0);
        errors.addColumn(ImportStatus.RowError::message)
                .setHeader(Texts.of("studio.import.column.message"))
                .setTooltipGenerator(ImportStatus.RowError::message);
    }

    private void start(ImportKind kind, Path file, String name, String mapping) {
        chosen = kind == ImportKind.CUSTOMERS
                ? customers.start(file, name, mapping, who)
                : answers.start(file, name, mapping, who);
        refresh();
    }

    private void refresh() {
        List<ImportStatus> latest = customers.latest(LATEST);
        grid.setItems(latest);
        grid.setVisible(!latest.isEmpty());
        none.setVisible(latest.isEmpty());
        Optional<ImportStatus> shown =
                latest.stream().filter(each -> each.id().equals(chosen)).findFirst();
        shown.ifPresent(grid::select);
        showErrors(shown.orElse(null));
        boolean running = latest.stream().anyMatch(each -> each.state().equals("running"));
        getUI().ifPresent(ui -> ui.setPollInterval(running ? POLL_MILLIS : -1));
    }

    private void showErrors(@Nullable ImportStatus status) {
        List<ImportStatus.RowError> rows = status == null ? List.of() : status.errors();
        errors.setItems(rows);
        errors.setVisible(!rows.isEmpty());
        String failure = status == null ? null : status.message();
        message.setVisible(failure != null);
        message.setText(failure == null ? "" : failure);
        String words;
        if (status == null) {
            words = Texts.of("studio.import.errors.choose");
        } else if (status.rejected() > rows.size()) {
            words = Texts.of(
                    "studio.import.errors.first", rows.size(), formats.count(status.rejected()), status.fileName());
        } else {
            words = Texts.of("studio.import.errors.of", formats.count(status.rejected()), status.fileName());
        }
        errorsTitle.setText(words);
    }

    private static Span badge(String state) {
        Badge.Kind kind = switch (state) {
            case "running" -> Badge.Kind.ACCENT;
            case "done" -> Badge.Kind.GOOD;
            default -> Badge.Kind.BAD;
        };
        return new Badge(Texts.of("studio.import.state." + state), kind);
    }

    private static void number(Grid.Column<ImportStatus> column, String key, String width) {
        narrow(column, key, width);
        column.setTextAlign(ColumnTextAlign.END);
    }

    private static void narrow(Grid.Column<ImportStatus> column, String key, String width) {
        column.setHeader(Texts.of("studio.import.column." + key))
                .setWidth(width)
                .setFlexGrow(0)
                .setResizable(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        polling = ui.addPollListener(poll -> refresh());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }
}
