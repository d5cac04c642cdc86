package org.attune.bench;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Any CSV with a header, numeric and categorical columns and one column that says whether the answer was yes. A column is
 * numeric when everything in it that is not missing is a finite number; blanks are missing.
 */
final class LearningData {

    /** Read as missing where the rest of the column is numeric; in other columns they are values like any other. */
    private static final Set<String> NO_NUMBER = Set.of("", "?", "NA", "N/A", "NaN", "nan", "null", "NULL", "None");

    private static final int SHUFFLE_SEED = 1;
    private static final int SHOWN_VALUES = 8;

    /** A user's mistake, in words for the user. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /** One answer and what was known before it. */
    record Row(Map<String, Object> situation, boolean accepted) {}

    final List<String> predictors;
    final List<Row> rows;
    final int positives;

    private LearningData(List<String> predictors, List<Row> rows, int positives) {
        this.predictors = predictors;
        this.rows = rows;
        this.positives = positives;
    }

    /**
     * @param delimiter null to detect it
     * @param shuffled false for the order of the file, true for {@code java.util.Random} with seed 1
     * @throws Wrong when the file is not what the arguments say
     */
    static LearningData read(
            Path file,
            String label,
            String positive,
            Set<String> dropped,
            @Nullable Character delimiter,
            boolean shuffled) {
        List<CsvRecord> records = records(file, delimiter);
        if (records.size() < 2) {
            throw new Wrong("%s has no rows below its header.".formatted(file));
        }
        List<String> names = header(records.getFirst());
        int labelAt = column(names, label, file);
        dropped.forEach(each -> column(names, each, file));
        List<CsvRecord> body = records.subList(1, records.size());
        for (CsvRecord each : body) {
            if (each.getFieldCount() != names.size()) {
                throw new Wrong("Line %d of %s has %d fields, the header has %d. Is --delimiter right?"
                        .formatted(each.getStartingLineNumber(), file, each.getFieldCount(), names.size()));
            }
        }
        List<Integer> used = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            if (c != labelAt && !dropped.contains(names.get(c))) {
                used.add(c);
            }
        }
        if (used.isEmpty()) {
            throw new Wrong("No column is left to learn from.");
        }
        boolean[] numeric = new boolean[names.size()];
        used.forEach(c -> numeric[c] = numeric(body, c));
        List<Row> rows = new ArrayList<>(body.size());
        int positives = 0;
        for (CsvRecord each : body) {
            Map<String, Object> situation = HashMap.newHashMap(used.size());
            for (int c : used) {
                String text = each.getField(c).strip();
                if (numeric[c] ? !NO_NUMBER.contains(text) : !text.isEmpty()) {
                    situation.put(names.get(c), numeric[c] ? (Object) Double.valueOf(text) : text);
                }
            }
            boolean accepted = each.getField(labelAt).strip().equals(positive);
            positives += accepted ? 1 : 0;
            rows.add(new Row(situation, accepted));
        }
        checkLabel(body, labelAt, label, positive, positives);
        if (shuffled) {
            Collections.shuffle(rows, new Random(SHUFFLE_SEED));
        }
        return new LearningData(used.stream().map(names::get).toList(), rows, positives);
    }

    private static void checkLabel(List<CsvRecord> body, int at, String label, String positive, int positives) {
        if (positives > 0 && positives < body.size()) {
            return;
        }
        Set<String> values = new TreeSet<>();
        body.forEach(each -> values.add(each.getField(at).strip()));
        String found = String.join(
                ", ",
                values.stream().limit(SHOWN_VALUES).map(v -> "\"" + v + "\"").toList());
        throw new Wrong(
                "%s row has the value \"%s\" in column %s, so there is nothing to tell apart. Its values are: %s%s"
                        .formatted(
                                positives == 0 ? "No" : "Every",
                                positive,
                                label,
                                found,
                                values.size() > SHOWN_VALUES ? ", ..." : ""));
    }

    /** The names of the columns of a file, to guess a known data set by. */
    static List<String> header(Path file, @Nullable Character delimiter) {
        char separator = delimiter == null ? separator(file) : delimiter;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
            return csv.stream().findFirst().map(LearningData::header).orElseThrow(() -> empty(file));
        } catch (IOException | CsvParseException e) {
            throw unreadable(file, e);
        }
    }

    private static List<CsvRecord> records(Path file, @Nullable Character delimiter) {
        char separator = delimiter == null ? separator(file) : delimiter;
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
            csv.forEach(records::add);
        } catch (IOException | java.io.UncheckedIOException | CsvParseException e) {
            throw unreadable(file, e);
        }
        return records;
    }

    private static List<String> header(CsvRecord first) {
        List<String> names = first.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new Wrong("The header names the column \"%s\" twice.".formatted(name));
            }
        }
        return names;
    }

    private static int column(List<String> names, String name, Path file) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new Wrong("%s has no column named \"%s\". Its columns are: %s"
                    .formatted(file, name, String.join(", ", names)));
        }
        return at;
    }

    /** Of comma, semicolon, tab and bar the one that splits the header most often, outside of quotes. */
    private static char separator(Path file) {
        String header;
        try (var lines = Files.lines(file)) {
            header = lines.findFirst().orElseThrow(() -> empty(file)).replaceAll("\"[^\"]*\"", "");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unreadable(file, e);
        }
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static boolean numeric(List<CsvRecord> body, int column) {
        boolean any = false;
        for (CsvRecord each : body) {
            String text = each.getField(column).strip();
            if (!NO_NUMBER.contains(text)) {
                any = true;
                if (!isNumber(text)) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean isNumber(String text) {
        char last = text.charAt(text.length() - 1);
        if (last == 'd' || last == 'D' || last == 'f' || last == 'F') {
            return false; // Java would read 12f as a number; a house number is none
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Wrong empty(Path file) {
        return new Wrong("%s is empty.".formatted(file));
    }

    private static Wrong unreadable(Path file, Exception e) {
        if (!Files.exists(file)) {
            return new Wrong("There is no file %s.".formatted(file));
        }
        if (Files.isDirectory(file)) {
            return new Wrong("%s is a folder, not a file.".formatted(file));
        }
        boolean encoding = e instanceof MalformedInputException || e.getCause() instanceof MalformedInputException;
        return new Wrong(
                "%s cannot be read%s.".formatted(file, encoding ? ": it is not UTF-8" : " as CSV: " + e.getMessage()));
    }
}
