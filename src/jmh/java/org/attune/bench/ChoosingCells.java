package org.attune.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.attune.simulation.engine.Chooser;
import org.attune.simulation.engine.Course;
import org.attune.simulation.engine.Progress;
import org.jspecify.annotations.Nullable;

/** Results so far, a line each, so that a long run can be broken off and goes on where it was. */
final class ChoosingCells {

    /** One course: shares by hundredth of the run, and how the last action arrived ({@link Arrival}), NaN where it was no newcomer. */
    record Cell(
            String key,
            double share,
            double reward,
            double random,
            double oracle,
            double micros,
            double arrival,
            double found,
            double[] blocks) {
        /** Mean share from one hundredth of the run to another. */
        double between(int from, int to) {
            return Arrays.stream(blocks, from, to).average().orElse(Double.NaN);
        }

        private String line() {
            return String.format(
                            Locale.ROOT,
                            "%s\t%.5f\t%.5f\t%.5f\t%.5f\t%.1f\t%.0f\t%.4f\t",
                            key,
                            share,
                            reward,
                            random,
                            oracle,
                            micros,
                            arrival,
                            found)
                    + Arrays.stream(blocks)
                            .mapToObj(b -> String.format(Locale.ROOT, "%.4f", b))
                            .collect(Collectors.joining(","));
        }

        private static Cell of(String line) {
            String[] f = line.split("\t");
            double[] blocks = Arrays.stream(f[8].split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Cell(
                    f[0],
                    Double.parseDouble(f[1]),
                    Double.parseDouble(f[2]),
                    Double.parseDouble(f[3]),
                    Double.parseDouble(f[4]),
                    Double.parseDouble(f[5]),
                    Double.parseDouble(f[6]),
                    Double.parseDouble(f[7]),
                    blocks);
        }
    }

    private final Path file;
    private final Map<String, Cell> known = new LinkedHashMap<>();

    ChoosingCells(Path file, boolean fresh) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (fresh) {
            Files.deleteIfExists(file);
        }
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Cell cell = Cell.of(line);
                known.put(cell.key, cell);
            }
        }
    }

    @Nullable
    Cell get(String key) {
        return known.get(key);
    }

    Iterable<Cell> all() {
        return known.values();
    }

    /**
     * Runs a course, unless its result is known.
     *
     * @param settled the same course with the last action there from the start; null when it is
     */
    Cell run(
            String key,
            Course course,
            @Nullable Course settled,
            Supplier<Chooser> chooser,
            int decisions,
            int actions) {
        Cell before = known.get(key);
        if (before != null) {
            return before;
        }
        Chooser it = chooser.get();
        long began = System.nanoTime();
        Arrival arrival = new Arrival(actions - 1, decisions);
        Progress progress = course.run(it, arrival);
        double micros = (System.nanoTime() - began) / 1e3 / decisions;
        double[] blocks = new double[progress.blocks()];
        Arrays.setAll(blocks, i -> progress.share(i, i + 1));
        Arrival twin = new Arrival(actions - 1, decisions);
        if (settled != null) {
            Chooser other = chooser.get();
            settled.run(other, twin);
            close(other);
        }
        close(it);
        Cell cell = new Cell(
                key,
                progress.share(),
                progress.reward(),
                progress.random(),
                progress.oracle(),
                micros,
                settled == null ? Double.NaN : arrival.answers(twin),
                settled == null ? Double.NaN : arrival.found(twin),
                blocks);
        try {
            Files.writeString(file, cell.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.put(key, cell);
        return cell;
    }

    private static void close(Chooser chooser) {
        if (chooser instanceof VowpalChooser peer) {
            try {
                peer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
