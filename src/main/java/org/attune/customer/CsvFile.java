package org.attune.customer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180) with a header line, row by row: UTF-8 with or without mark, separated by whichever of
 * {@code ; , tab |} the header holds most. Blank lines are skipped. A broken row is handed out with its problem and never
 * spoils the rows behind it: a quote that is opened and not closed breaks its own line only, which is why no general CSV
 * parser stands here.
 */
public final class CsvFile implements AutoCloseable {
    /** Lines one quoted cell may span. */
    private static final int MAX_LINES = 50;

    private static final String SEPARATORS = ";,\t|";

    private final BufferedReader reader;
    private final Deque<String> again = new ArrayDeque<>();
    private final char separator;
    private final List<String> columns;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private long rows;

    private CsvFile(BufferedReader reader) throws IOException {
        this.reader = reader;
        String header = reader.readLine();
        if (header != null && header.startsWith("\uFEFF")) {
            header = header.substring(1);
        }
        if (header == null || header.isBlank()) {
            throw new InvalidException("file", "The file has no header line with the names of its columns.");
        }
        if (header.indexOf('\u0000') >= 0) {
            throw new InvalidException("file", "The file is not a text file.");
        }
        this.separator = separator(header);
        this.columns = names(header);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws InvalidException when the header is missing or names a column twice
     */
    public static CsvFile open(Path path) {
        try {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8), 1 << 17);
            try {
                return new CsvFile(reader);
            } catch (IOException | RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read.", e);
        }
    }

    /** The names in the header, in order. */
    public List<String> columns() {
        return columns;
    }

    /** Where a column stands, counted from 0; -1 when there is none of that name. */
    public int index(String column) {
        return indexes.getOrDefault(column, -1);
    }

    /** The next row, null behind the last one. */
    public @Nullable Row next() {
        try {
            String line = line();
            while (line != null && line.isBlank()) {
                line = line();
            }
            return line == null ? null : row(++rows, line);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read.", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One row.
     *
     * @param number counts data rows from 1
     * @param cells as many as there are columns unless there is a problem, without surrounding blanks
     * @param problem why the row cannot be used, null when it can
     */
    public record Row(
            long number, List<String> cells, @Nullable String problem) {
        /** The cell of a column by its index; empty when it is missing. */
        public String cell(int index) {
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    private Row row(long number, String line) throws IOException {
        List<String> cells = new ArrayList<>(columns.size() + 1);
        if (line.indexOf('"') < 0) {
            split(line, cells);
            return checked(number, cells);
        }
        StringBuilder text = new StringBuilder(line);
        List<String> taken = new ArrayList<>();
        while (true) {
            cells.clear();
            Quoting end = splitQuoted(text, cells);
            if (end == Quoting.CLOSED && (taken.isEmpty() || cells.size() == columns.size())) {
                return checked(number, cells);
            }
            String more = end == Quoting.OPEN && taken.size() < MAX_LINES ? line() : null;
            if (more == null) {
                // Give back what belongs to the rows that follow.
                taken.reversed().forEach(again::push);
                return new Row(
                        number, List.of(line), "A quote is opened and not closed, or does not enclose its cell.");
            }
            taken.add(more);
            text.append('\n').append(more);
        }
    }

    private Row checked(long number, List<String> cells) {
        String problem = cells.size() == columns.size()
                ? null
                : "The row has " + cells.size() + " cells, the header has " + columns.size() + ".";
        return new Row(number, cells, problem);
    }

    private void split(String line, List<String> cells) {
        int from = 0;
        for (int to = line.indexOf(separator); to >= 0; to = line.indexOf(separator, from)) {
            cells.add(line.substring(from, to).strip());
            from = to + 1;
        }
        cells.add(line.substring(from).strip());
    }

    private enum Quoting {
        CLOSED,
        OPEN,
        BROKEN
    }

    private Quoting splitQuoted(CharSequence text, List<String> cells) {
        StringBuilder cell = new StringBuilder();
        int at = 0;
        while (true) {
            cell.setLength(0);
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                while (true) {
                    if (at >= text.length()) {
                        return Quoting.OPEN;
                    }
                    char c = text.charAt(at++);
                    if (c != '"') {
                        cell.append(c);
                    } else if (at < text.length() && text.charAt(at) == '"') {
                        cell.append('"');
                        at++;
                    } else {
                        break;
                    }
                }
                if (at < text.length() && text.charAt(at) != separator) {
                    return Quoting.BROKEN;
                }
            } else {
                while (at < text.length() && text.charAt(at) != separator) {
                    cell.append(text.charAt(at++));
                }
            }
            cells.add(cell.toString().strip());
            if (at >= text.length()) {
                return Quoting.CLOSED;
            }
            at++;
        }
    }

    private @Nullable String line() throws IOException {
        String pushed = again.poll();
        return pushed != null ? pushed : reader.readLine();
    }

    private static char separator(String header) {
        char best = ',';
        long most = 0;
        for (char each : SEPARATORS.toCharArray()) {
            long count = header.replaceAll("\"[^\"]*\"", "")
                    .chars()
                    .filter(c -> c == each)
                    .count();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }

    private List<String> names(String header) {
        List<String> names = new ArrayList<>();
        if (splitQuoted(header, names) != Quoting.CLOSED) {
            throw new InvalidException("file", "The header line has a quote that does not enclose its cell.");
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                names.set(i, "column " + (i + 1));
            }
            if (indexes.put(names.get(i), i) != null) {
                problems.add(new Problem(names.get(i), "The header has this column twice."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        return List.copyOf(names);
    }
}
