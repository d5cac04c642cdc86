package org.attune.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.simulation.engine.Population;

/** A CSV of past answers as the population of a world. A column is numeric when all its values are. */
final class CampaignFile {

    private CampaignFile() {}

    /** A table as text. */
    record Table(List<String> names, List<CsvRecord> rows) {
        static Table read(Path file) throws IOException {
            if (!Files.isReadable(file)) {
                throw ChoosingBench.stop("There is no readable file " + file + ".");
            }
            String head;
            try (var lines = Files.lines(file)) {
                head = lines.findFirst().orElse("");
            }
            List<CsvRecord> records = new ArrayList<>();
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(head.indexOf(';') >= 0 ? ';' : ',')
                    .ofCsvRecord(file)) {
                csv.forEach(records::add);
            }
            if (records.size() < 2) {
                throw ChoosingBench.stop(file + " has no rows under its header.");
            }
            List<String> names =
                    records.getFirst().getFields().stream().map(String::strip).toList();
            return new Table(names, records.subList(1, records.size()));
        }

        int column(String name) {
            int column = names.indexOf(name);
            if (column < 0) {
                throw ChoosingBench.stop(
                        "There is no column '" + name + "'; there are: " + String.join(", ", names) + ".");
            }
            return column;
        }

        /** The rows as situations, without some columns. */
        List<Map<String, Object>> situations(List<String> without) {
            boolean[] numeric = new boolean[names.size()];
            for (int c = 0; c < numeric.length; c++) {
                int column = c;
                numeric[c] = rows.stream().allMatch(r -> isNumber(r.getField(column)));
            }
            List<Map<String, Object>> all = new ArrayList<>(rows.size());
            for (CsvRecord r : rows) {
                Map<String, Object> situation = new HashMap<>();
                for (int c = 0; c < numeric.length; c++) {
                    String text = r.getField(c).strip();
                    if (!text.isEmpty() && !without.contains(names.get(c))) {
                        situation.put(names.get(c), numeric[c] ? (Object) Double.valueOf(text) : text);
                    }
                }
                all.add(situation);
            }
            return all;
        }

        private static boolean isNumber(String text) {
            try {
                return text.isBlank() || Double.isFinite(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    static Population read(Path file, String label, String positive, List<String> drop) throws IOException {
        Table table = Table.read(file);
        int at = table.column(label);
        List<String> without = new ArrayList<>(drop);
        without.add(label);
        boolean[] accepted = new boolean[table.rows.size()];
        for (int i = 0; i < accepted.length; i++) {
            accepted[i] = table.rows.get(i).getField(at).strip().equals(positive);
        }
        return Population.of(table.situations(without), accepted);
    }
}
