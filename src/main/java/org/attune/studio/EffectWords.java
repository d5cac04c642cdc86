package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.attune.simulation.ExpectedEffect;
import org.attune.simulation.engine.OffPolicy;
import org.attune.simulation.engine.OffPolicy.Comparison;
import org.attune.simulation.engine.OffPolicy.Estimate;
import org.attune.simulation.engine.OffPolicy.Support;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** An expected effect in words and figures: first what may be said, then the estimates, then what they rest on. */
final class EffectWords {
    /** Unsupported choices below this are noise of the arithmetic and not worth a warning. */
    private static final double WORTH_SAYING = 0.001;

    private final Formats formats;

    EffectWords(Formats formats) {
        this.formats = formats;
    }

    List<Component> tell(ExpectedEffect effect) {
        List<Component> told = new ArrayList<>();
        Comparison accepted = effect.accepted();
        Comparison worth = effect.worth();
        if (accepted == null || worth == null) {
            return told;
        }
        told.add(banner(accepted));
        Support support = accepted.support();
        if (accepted.refusal() == null && support.outside() > WORTH_SAYING) {
            told.add(banner(
                    "warn", Icons.WARNING, Texts.of("revisions.effect.outside", formats.percent(support.outside()))));
        }
        told.add(new H3(Texts.of("revisions.effect.estimates")));
        told.add(estimates(accepted, worth));
        told.add(new H3(Texts.of("revisions.effect.support")));
        told.add(support(effect, accepted));
        Paragraph note = new Paragraph(Texts.of("revisions.effect.note"));
        note.addClassNames("muted", "small");
        told.add(note);
        return told;
    }

    private Component banner(Comparison found) {
        OffPolicy.Refusal refusal = found.refusal();
        Support support = found.support();
        if (refusal != null) {
            String key = "revisions.effect.refused."
                    + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return banner(
                    "warn",
                    Icons.WARNING,
                    switch (refusal) {
                        case TOO_FEW ->
                            Texts.of(key, formats.count(Math.round(support.effective())), (int) OffPolicy.ENOUGH);
                        case TOO_FEW_REWARDS ->
                            Texts.of(key, formats.count(Math.round(support.effectiveRewards())), (int)
                                    OffPolicy.ENOUGH_REWARDS);
                        case OUTSIDE ->
                            Texts.of(key, formats.percent(support.outside()), formats.percent(OffPolicy.OUTSIDE, 0));
                    });
        }
        Estimate difference = found.difference().doublyRobust();
        String between = range(difference, this::points);
        return switch (found.verdict()) {
            case 1 -> banner("good", Icons.CHECK, Texts.of("revisions.effect.better", between));
            case -1 -> banner("bad", Icons.TREND_DOWN, Texts.of("revisions.effect.worse", between));
            default -> banner("", Icons.INFO, Texts.of("revisions.effect.same", between));
        };
    }

    private static Div banner(String kind, Icons icon, String words) {
        Div banner = new Div(icon.create(), new Span(words));
        banner.addClassName("banner");
        if (!kind.isEmpty()) {
            banner.addClassName(kind);
        }
        banner.getElement().setAttribute("role", "status");
        return banner;
    }

    private NativeTable estimates(Comparison accepted, Comparison worth) {
        NativeTable table = table("measure", "live", "draft", "difference");
        rows(table, "accepted", accepted, this::percent, this::points);
        rows(table, "worth", worth, this::decimal, this::signed);
        return table;
    }

    private void rows(
            NativeTable table,
            String measure,
            Comparison found,
            DoubleFunction<String> plain,
            DoubleFunction<String> change) {
        table.getBody()
                .add(
                        row(
                                Texts.of("revisions.effect." + measure + ".robust"),
                                found.reference().doublyRobust(),
                                found.candidate().doublyRobust(),
                                found.difference().doublyRobust(),
                                plain,
                                change,
                                true),
                        row(
                                Texts.of("revisions.effect.normalised"),
                                found.reference().selfNormalised(),
                                found.candidate().selfNormalised(),
                                found.difference().selfNormalised(),
                                plain,
                                change,
                                false),
                        row(
                                Texts.of("revisions.effect.ips"),
                                found.reference().ips(),
                                found.candidate().ips(),
                                found.difference().ips(),
                                plain,
                                change,
                                false));
    }

    private NativeTableRow row(
            String name,
            Estimate live,
            Estimate draft,
            Estimate difference,
            DoubleFunction<String> plain,
            DoubleFunction<String> change,
            boolean main) {
        Span label = new Span(name);
        label.addClassName(main ? "strong" : "muted");
        return new NativeTableRow(
                new NativeTableCell(label),
                number(with(live, plain)),
                number(with(draft, plain)),
                number(with(difference, change)));
    }

    private NativeTable support(ExpectedEffect effect, Comparison found) {
        Support support = found.support();
        NativeTable table = new NativeTable();
        table.addClassName("table");
        line(
                table,
                "decisions",
                Texts.of(
                        "revisions.effect.decisions.figure",
                        formats.count(effect.decided()),
                        formats.count(found.customers()),
                        formats.count(effect.control())));
        if (effect.skipped() > 0) {
            line(table, "skipped", formats.count(effect.skipped()));
        }
        line(table, "effective", formats.count(Math.round(support.effective())));
        line(table, "largest", formats.decimal(support.largestWeight(), 1));
        line(table, "mean", formats.decimal(support.meanWeight(), 2));
        line(table, "unsupported", formats.percent(support.outside()));
        return table;
    }

    private static void line(NativeTable table, String key, String figure) {
        Span name = new Span(Texts.of("revisions.effect." + key));
        name.setTitle(Texts.of("revisions.effect." + key + ".hint"));
        table.getBody().add(new NativeTableRow(new NativeTableCell(name), number(figure)));
    }

    private static NativeTable table(String... columns) {
        NativeTable table = new NativeTable();
        table.addClassName("table");
        NativeTableRow head = new NativeTableRow();
        for (String each : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of("revisions.effect.column." + each));
            if (head.getComponentCount() > 0) {
                cell.addClassName("number");
            }
            head.add(cell);
        }
        table.getHead().add(head);
        return table;
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassNames("number", "tnum");
        return cell;
    }

    private static String with(Estimate estimate, DoubleFunction<String> words) {
        return words.apply(estimate.value()) + " (" + range(estimate, words) + ")";
    }

    private static String range(Estimate estimate, DoubleFunction<String> words) {
        return words.apply(estimate.low()) + " … " + words.apply(estimate.high());
    }

    private String percent(double share) {
        return formats.percent(share);
    }

    private String points(double share) {
        return signed(100 * share);
    }

    private String decimal(double number) {
        return formats.decimal(number, 1);
    }

    private String signed(double number) {
        return (number > 0 ? "+" : "") + formats.decimal(number, 1).replace('-', '−');
    }
}
