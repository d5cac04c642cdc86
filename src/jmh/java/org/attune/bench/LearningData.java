package org.attune.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.learning.engine.ModelPath;

/** Reads the data sets that the learning benchmark knows by their header. */
final class LearningData {

    enum Kind {
        BANK(
                "y",
                "yes",
                Set.of("duration"),
                Set.of("age", "marital"),
                new ModelPath("sales", "savings", "term-deposit")),
        TELCO(
                "Churn",
                "Yes",
                Set.of("customerID"),
                Set.of("gender", "SeniorCitizen", "Partner", "Dependents"),
                new ModelPath("retention", "contract", "stay"));

        final String label;
        final String positive;
        final Set<String> dropped;
        final Set<String> guarded;
        final ModelPath path;

        Kind(String label, String positive, Set<String> dropped, Set<String> guarded, ModelPath path) {
            this.label = label;
            this.positive = positive;
            this.dropped = dropped;
            this.guarded = guarded;
            this.path = path;
        }
    }

    record Row(Map<String, Object> situation, boolean accepted) {}

    private LearningData() {}

    static Kind kindOf(Path file) throws IOException {
        String header = firstLine(file);
        for (Kind kind : Kind.values()) {
            if (Arrays.asList(header.replace("\"", "").split("[;,]")).contains(kind.label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No column named y or Churn in " + file.getFileName());
    }

    private static String firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        }
    }

    static List<Row> read(Path file, Kind kind, Set<String> dropped) throws IOException {
        char separator = firstLine(file).indexOf(';') >= 0 ? ';' : ',';
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
            csv.forEach(records::add);
        }
        List<String> names = records.getFirst().getFields();
        List<CsvRecord> body = records.subList(1, records.size());
        boolean[] numeric = new boolean[names.size()];
        for (int c = 0; c < numeric.length; c++) {
            int column = c;
            numeric[c] = body.stream().allMatch(r -> isNumber(r.getField(column)));
        }
        List<Row> rows = new ArrayList<>(body.size());
        for (CsvRecord r : body) {
            Map<String, Object> situation = new HashMap<>();
            boolean accepted = false;
            for (int c = 0; c < numeric.length; c++) {
                String text = r.getField(c).strip();
                if (names.get(c).equals(kind.label)) {
                    accepted = text.equals(kind.positive);
                } else if (!text.isEmpty() && !dropped.contains(names.get(c))) {
                    situation.put(names.get(c), numeric[c] ? (Object) Double.valueOf(text) : text);
                }
            }
            rows.add(new Row(situation, accepted));
        }
        return rows;
    }

    private static boolean isNumber(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
