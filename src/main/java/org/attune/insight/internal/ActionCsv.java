package org.attune.insight.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.attune.history.ActionFigures;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.attune.learning.ModelFigures;
import org.jspecify.annotations.Nullable;

/**
 * The actions as a file: RFC 4180, UTF-8, one line per action, numbers raw with a decimal point. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
public final class ActionCsv {
    private static final List<String> HEADER = List.of(
            "action",
            "title",
            "issue",
            "shown",
            "presented",
            "accepted",
            "declined",
            "not_now",
            "not_offered",
            "fulfilled",
            "acceptance_rate",
            "acceptance_low",
            "acceptance_high",
            "lift",
            "lift_low",
            "lift_high",
            "lift_significant",
            "control_presented",
            "control_accepted",
            "imported_presented",
            "imported_accepted",
            "model_auc",
            "model_responses",
            "model_positives",
            "model_mature");

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private ActionCsv() {}

    /** The whole file. */
    public static String of(ActionSheet sheet) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            sheet.rows().forEach(row -> csv.writeRecord(line(row)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The file's name, with its period and channel. */
    public static String name(Selection selection, LocalDate today) {
        StringBuilder name = new StringBuilder("attune-actions");
        LocalDate to = selection.to();
        if (selection.from() == null && to == null) {
            name.append("-all-until-").append(today);
        } else {
            LocalDate from = selection.from();
            name.append(from == null ? "" : "-" + from).append("-to-").append(to == null ? today : to);
        }
        if (selection.channel() != null) {
            name.append('-').append(selection.channel().key());
        }
        return name.append(".csv").toString();
    }

    private static List<String> line(ActionRow row) {
        ActionFigures f = row.figures();
        Rates.Interval interval = row.interval();
        Lift lift = row.lift();
        ModelFigures model = row.model();
        List<String> line = new ArrayList<>(List.of(safe(row.key()), safe(row.title()), safe(row.issue())));
        for (long count : new long[] {
            f.shown(), f.presented(), f.accepted(), f.declined(), f.notNow(), f.notOffered(), f.fulfilled()
        }) {
            line.add(Long.toString(count));
        }
        line.add(number(row.acceptance()));
        line.add(number(interval == null ? null : interval.low()));
        line.add(number(interval == null ? null : interval.high()));
        line.add(number(lift == null ? null : lift.value()));
        line.add(number(lift == null ? null : lift.interval().low()));
        line.add(number(lift == null ? null : lift.interval().high()));
        line.add(lift == null ? "" : Boolean.toString(lift.significant()));
        for (long count : new long[] {
            f.control().presented(),
            f.control().accepted(),
            f.imported().presented(),
            f.imported().accepted()
        }) {
            line.add(Long.toString(count));
        }
        line.add(number(row.auc()));
        line.add(model == null ? "" : Long.toString(model.responses()));
        line.add(model == null ? "" : Long.toString(model.positives()));
        line.add(model == null ? "" : Boolean.toString(model.mature()));
        return line;
    }

    private static String number(@Nullable Double number) {
        return number == null || Double.isNaN(number) ? "" : Double.toString(number);
    }

    private static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
