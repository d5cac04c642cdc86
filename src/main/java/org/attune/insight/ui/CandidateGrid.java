package org.attune.insight.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializablePredicate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.attune.decision.DecisionTrace.Score;
import org.attune.insight.internal.Explained;
import org.attune.insight.internal.Explained.Line;
import org.attune.insight.internal.Names;
import org.attune.kernel.Outcome;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Every action of the catalog with the stage it reached, the rule that stopped it and the values it read, or the factors of its
 * priority. Only the rows on the screen are drawn; a row opens to everything that is known about it.
 */
class CandidateGrid extends Grid<Line> {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final transient Names names;
    private final ListDataProvider<Line> lines;
    private @Nullable String stage;
    private @Nullable String issue;
    private String words = "";

    CandidateGrid(Explained explained, Map<String, Outcome> states, Names names, Words reader, Formats formats) {
        this.formats = formats;
        this.names = names;
        addClassName("candidate-grid");
        getElement().setProperty("accessibleName", Texts.of("insight.candidates"));
        getElement().setAttribute("aria-label", Texts.of("insight.candidates"));
        setSelectionMode(SelectionMode.NONE);
        columns();
        setItemDetailsRenderer(new ComponentRenderer<>(
                line -> new CandidateDetails(line, states.get(line.action()), names, reader, formats)));
        setEmptyStateComponent(new EmptyState(
                Icons.FILTER, Texts.of("insight.candidates.empty"), Texts.of("insight.candidates.empty.hint")));
        lines = new ListDataProvider<>(explained.lines());
        lines.setFilter(wanted());
        setItems(lines);
    }

    /** Shows only what a stage stopped, null for all. */
    void setStage(@Nullable String only) {
        stage = only;
        lines.refreshAll();
    }

    /** Shows only an issue, null for all. */
    void setIssue(@Nullable String only) {
        issue = only;
        lines.refreshAll();
    }

    /** Shows only lines in which this text stands. */
    void setText(String text) {
        words = text.strip().toLowerCase(Locale.ROOT);
        lines.refreshAll();
    }

    private SerializablePredicate<Line> wanted() {
        return line -> (stage == null || line.stage().equals(stage))
                && (issue == null || line.issue().equals(issue))
                && (words.isEmpty() || text(line).contains(words));
    }

    private String text(Line line) {
        String read = line.read().stream()
                .map(each -> each.key() + " " + each.value())
                .collect(Collectors.joining(" "));
        return String.join(
                        " ",
                        line.action(),
                        title(line),
                        names.issue(line.issue()),
                        FunnelStrip.stageName(line.stage()),
                        line.rule(),
                        read,
                        said(line))
                .toLowerCase(Locale.ROOT);
    }

    private void columns() {
        addColumn(line -> line.rank() == 0 ? "" : formats.count(line.rank()))
                .setHeader(header("rank"))
                .setWidth("52px")
                .setFlexGrow(0)
                .setComparator(line -> line.rank() == 0 ? 99_999 : line.rank());
        addColumn(LitRenderer.<Line>of("<span class=\"action-name\"><span class=\"dot issue-${item.issue}\""
                                + " title=\"${item.label}\"></span><span class=\"clip\" title=\"${item.text}\">"
                                + "${item.text}</span></span>")
                        .withProperty("issue", Line::issue)
                        .withProperty("label", line -> names.issue(line.issue()))
                        .withProperty("text", this::title))
                .setHeader(header("action"))
                .setWidth("160px")
                .setFlexGrow(2)
                .setComparator(this::title);
        addColumn(LitRenderer.<Line>of("<span class=\"badge stage-${item.stage}\">${item.text}</span>")
                        .withProperty("stage", Line::stage)
                        .withProperty("text", CandidateGrid::stage))
                .setHeader(header("stage"))
                .setWidth("134px")
                .setFlexGrow(0)
                .setComparator(line -> Explained.STAGES.indexOf(line.stage()));
        addColumn(LitRenderer.<Line>of("<span class=\"clip\"><span class=\"rule\">${item.texts.map((text, i) =>"
                                + " item.values[i] ? html`<span class=\"name\">${text}</span><span class=\"read\">"
                                + "${item.values[i]}</span>` : html`${text}`)}</span>"
                                + "<span class=\"muted\">${item.said}</span></span>")
                        .withProperty("texts", line -> parts(line, RuleText.Part::text))
                        .withProperty("values", line -> parts(line, RuleText.Part::value))
                        .withProperty("said", line -> isWritten(line) ? "" : said(line)))
                .setHeader(header("why"))
                .setWidth("160px")
                .setFlexGrow(3);
        number("p", "58px", Score::propensity, score -> formats.percent(score.propensity()));
        number("drawn", "58px", Score::sampled, score -> formats.percent(score.sampled()));
        number("context", "44px", Score::context, score -> formats.decimal(score.context(), 2));
        number("value", "46px", Score::value, score -> formats.decimal(score.value(), 1));
        number("lever", "44px", Score::lever, score -> formats.decimal(score.lever(), 2));
        number("priority", "64px", Score::priority, score -> formats.decimal(score.priority(), 2));
        number("first", "56px", Score::selectionProbability, score -> formats.percent(score.selectionProbability(), 0));
    }

    private void number(
            String key, String width, ToDoubleFunction<Score> value, SerializableFunction<Score, String> text) {
        addColumn(line -> {
                    Score score = line.score();
                    return score == null ? "" : text.apply(score);
                })
                .setHeader(header(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width)
                .setFlexGrow(0)
                .setComparator(line -> {
                    Score score = line.score();
                    return score == null ? -1.0 : value.applyAsDouble(score);
                });
    }

    private static Span header(String key) {
        Span header = new Span(Texts.of("insight.candidate." + key));
        header.setTitle(Texts.of("insight.candidate." + key + ".hint"));
        return header;
    }

    private static String stage(Line line) {
        return switch (line.stage()) {
            case Explained.PROPOSED -> Texts.of("insight.candidate.proposed");
            case Explained.BELOW -> Texts.of("insight.candidate.below");
            default -> FunnelStrip.stageName(line.stage());
        };
    }

    private String title(Line line) {
        String title = line.title().in(Words.language());
        return title.equals(line.action()) ? names.action(line.action()) : title;
    }

    private static List<String> parts(Line line, Function<RuleText.Part, String> what) {
        return isWritten(line)
                ? RuleText.parts(line.rule(), line.read()).stream().map(what).toList()
                : List.of();
    }

    /** Whether the rule is one that somebody wrote and can be read with its values. */
    static boolean isWritten(Line line) {
        return switch (line.stage()) {
            case "eligibility", "applicability", "suitability" -> !line.rule().isEmpty();
            default -> false;
        };
    }

    /** Why it stands where it stands, in plain words. */
    static String said(Line line) {
        if (line.stage().equals(Explained.PROPOSED)) {
            return line.reasons().stream()
                    .map(reason -> reason.text().in(Words.language()))
                    .collect(Collectors.joining(" · "));
        }
        var text = line.words();
        return text == null ? "" : text.in(Words.language());
    }
}
