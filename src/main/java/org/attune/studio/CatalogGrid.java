package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attune.ui.Formats;
import org.attune.ui.IssueBadge;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The catalog, one line for each action. */
class CatalogGrid extends Grid<CatalogRow> {
    private static final long serialVersionUID = 1L;

    private final List<CatalogRow> rows = new ArrayList<>();
    private final transient Formats formats;

    CatalogGrid(Formats formats, Consumer<CatalogRow> onEdit, Consumer<CatalogRow> onPause) {
        this.formats = formats;
        addClassName("catalog");
        getElement().setAttribute("aria-label", Texts.of("studio.catalog"));
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
        setDataProvider(new ByKey(rows));
        wide(addComponentColumn(CatalogGrid::title), "title", "288px").setFlexGrow(1);
        column(addComponentColumn(CatalogGrid::issue), "issue", "118px");
        column(addColumn(row -> Words.in(row.group().label())), "group", "160px");
        column(addColumn(row -> Words.of(row.action().nature())), "nature", "116px");
        column(addColumn(row -> Words.channelsShort(row.action().channels())), "channels", "116px")
                .setTooltipGenerator(row -> Words.channels(row.action().channels()));
        number(
                addColumn(row -> formats.decimal(row.action().companyValue(), 0) + " / "
                        + formats.decimal(row.action().customerValue(), 0)),
                "value",
                "76px");
        getColumnByKey("value").setHeader(hinted("value"));
        number(addColumn(row -> formats.percent(row.action().startingPropensity(), 0)), "propensity", "88px");
        getColumnByKey("propensity").setHeader(hinted("propensity"));
        number(addColumn(row -> Words.percent(row.action().lever().percent())), "lever", "60px");
        column(addColumn(this::dates), "dates", "92px");
        column(addComponentColumn(row -> row.state().badge()), "state", "86px");
        addColumn(new ComponentRenderer<>(row -> new RowActions(row, onEdit, onPause), (actions, row) -> {
                    ((RowActions) actions).show(row);
                    return actions;
                }))
                .setHeader(hidden(Texts.of("studio.column.actions")))
                .setKey("actions")
                .setWidth("76px")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
    }

    /** Shows these lines and keeps the place of the eye and of the keyboard. */
    void show(List<CatalogRow> shown) {
        List<CatalogRow> before = List.copyOf(rows);
        rows.clear();
        rows.addAll(shown);
        if (keys(before).equals(keys(shown))) {
            shown.stream().filter(row -> !before.contains(row)).forEach(getDataProvider()::refreshItem);
        } else {
            getDataProvider().refreshAll();
        }
    }

    private static List<String> keys(List<CatalogRow> of) {
        return of.stream().map(CatalogRow::key).toList();
    }

    private static Component title(CatalogRow row) {
        PageLink link = new PageLink(ActionView.class, new RouteParameters(ActionView.KEY, row.key()), row.title());
        link.addClassName("catalog-title");
        Span key = new Span(row.key());
        key.addClassNames("muted", "small", "clip");
        Div cell = new Div(link, key);
        cell.addClassName("catalog-name");
        return cell;
    }

    private static Component issue(CatalogRow row) {
        return new IssueBadge(row.issue().key(), Words.in(row.issue().label()));
    }

    private String dates(CatalogRow row) {
        LocalDate starts = row.action().starts();
        LocalDate ends = row.action().ends();
        if (starts == null && ends == null) {
            return Texts.of("studio.dates.always");
        }
        if (ends == null) {
            return Texts.of("studio.dates.from", date(starts));
        }
        return starts == null
                ? Texts.of("studio.dates.until", date(ends))
                : Texts.of("studio.dates.between", date(starts), date(ends));
    }

    private String date(@Nullable LocalDate date) {
        return date == null ? "" : formats.date(date);
    }

    private static Column<CatalogRow> column(Column<CatalogRow> column, String key, String width) {
        return wide(column, key, width).setFlexGrow(0);
    }

    private static Column<CatalogRow> wide(Column<CatalogRow> column, String key, String width) {
        return column.setKey(key)
                .setHeader(Texts.of("studio.column." + key))
                .setWidth(width)
                .setResizable(true);
    }

    private static void number(Column<CatalogRow> column, String key, String width) {
        column(column, key, width).setTextAlign(ColumnTextAlign.END);
    }

    private static Component hinted(String key) {
        Span span = new Span(Texts.of("studio.column." + key));
        span.getElement().setAttribute("title", Texts.of("studio.hint." + key));
        return span;
    }

    private static Component hidden(String words) {
        Span span = new Span(words);
        span.addClassName("sr-only");
        return span;
    }

    private static final class ByKey extends ListDataProvider<CatalogRow> {
        private static final long serialVersionUID = 1L;

        ByKey(List<CatalogRow> rows) {
            super(rows);
        }

        @Override
        public Object getId(CatalogRow row) {
            return row.key();
        }
    }
}
