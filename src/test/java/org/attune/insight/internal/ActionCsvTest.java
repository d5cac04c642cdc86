package org.attune.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attune.history.ActionFigures;
import org.attune.history.Comparison;
import org.attune.history.engine.Sums;
import org.attune.kernel.Channel;
import org.attune.learning.ModelFigures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionCsvTest {
    private static final Selection ALL = new Selection(null, null, null);

    @Test
    void numbersAreRawAndReadBackTheSame() {
        NamedCsvRecord line =
                read(row("Pause, \"two\" months", new ModelFigures("a", 1500, 700, 0.7125, 0.61, 0.65, 0.03)));

        assertThat(line.getField("title")).isEqualTo("Pause, \"two\" months");
        assertThat(line.getField("shown")).isEqualTo("12345");
        assertThat(Double.parseDouble(line.getField("acceptance_rate"))).isEqualTo(0.25);
        assertThat(Double.parseDouble(line.getField("acceptance_low"))).isBetween(0.24, 0.25);
        assertThat(Double.parseDouble(line.getField("lift"))).isNegative();
        assertThat(line.getField("model_auc")).isEqualTo("0.7125");
        assertThat(line.getField("model_mature")).isEqualTo("true");
    }

    @Test
    void withoutAModelItsFieldsAreEmpty() {
        NamedCsvRecord line = read(row("Pause", null));

        assertThat(line.getField("model_auc")).isEmpty();
        assertThat(line.getField("model_positives")).isEmpty();
    }

    @Test
    void aTitleIsNeverAFormula() {
        for (String title : List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=a\nb")) {
            assertThat(read(row(title, null)).getField("title")).startsWith("'").endsWith(title.substring(1));
        }
    }

    @Test
    void theNameSaysWhichPartOfTheLogItIs() {
        LocalDate today = LocalDate.of(2026, 11, 22);

        assertThat(ActionCsv.name(ALL, today)).isEqualTo("attune-actions-all-until-2026-11-22.csv");
        assertThat(ActionCsv.name(new Selection(LocalDate.of(2026, 11, 1), null, Channel.BRANCH), today))
                .isEqualTo("attune-actions-2026-11-01-to-2026-11-22-branch.csv");
    }

    private static NamedCsvRecord read(ActionRow row) {
        ActionSheet sheet = new ActionSheet(
                ALL,
                Instant.EPOCH,
                List.of(row),
                new Totals(0, 0, 0, 0, 0, new ActionFigures.Imported(0, 0, 0), Comparison.NONE),
                0,
                0,
                null,
                List.of(),
                0,
                0.02);
        return CsvReader.builder().ofNamedCsvRecord(ActionCsv.of(sheet)).stream()
                .toList()
                .getFirst();
    }

    private static ActionRow row(String title, @Nullable ModelFigures model) {
        ActionFigures figures = new ActionFigures(
                "a",
                "service",
                12_345,
                10_000,
                2_500,
                7_000,
                500,
                2_345,
                0,
                new ActionFigures.Control(100, 30),
                new ActionFigures.Imported(0, 0, 0),
                new Comparison(Sums.independent(2_500, 10_000), Sums.independent(30, 100)));
        return new ActionRow("a", title, "service", "Service", figures, model);
    }
}
