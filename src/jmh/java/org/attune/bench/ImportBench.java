package org.attune.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.attune.AttuneApplication;
import org.attune.customer.CsvFile;
import org.attune.customer.CustomerImports;
import org.attune.customer.ImportStatus;
import org.attune.decision.PastAnswers;
import org.attune.learning.ModelFigures;
import org.attune.learning.Models;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports a customers file through the product itself, on an embedded database of its own with the demo catalog, and again; beside it a raw COPY of
 * the same columns as text into a table without indexes. Then the past answers of the same file, where a mapping is known.
 *
 * <p>Arguments: the path of a CSV, then optionally the path of a mapping for customers and of one for outcomes. Without them
 * the mappings that come with Attune are chosen by the file's header.
 */
public final class ImportBench {
    private static final Path HOME = Path.of("target", "bench-home");
    private static final Path OUT =
            Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("import.json");
    private static final String CUSTOMERS = "-customers.json";
    private static final int COPIES = 5;

    private ImportBench() {}

    /** Runs the benchmark; ends with 1 when the second import changed something. */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || !Files.isReadable(Path.of(args[0]))) {
            System.err.println("Usage: import PATH-TO-CSV [CUSTOMERS-MAPPING [OUTCOMES-MAPPING]]");
            System.exit(2);
        }
        Path file = Path.of(args[0]);
        Mappings mappings = args.length > 1
                ? new Mappings(
                        Files.readString(Path.of(args[1])), args.length > 2 ? Files.readString(Path.of(args[2])) : null)
                : byHeader(file);
        deleteHome();
        boolean same;
        try (ConfigurableApplicationContext application = SpringApplication.run(
                AttuneApplication.class, "--attune.home=" + HOME, "--attune.demo=true", "--server.port=0")) {
            same = measure(application, file, mappings);
        }
        System.exit(same ? 0 : 1);
    }

    private static boolean measure(ConfigurableApplicationContext application, Path file, Mappings mappings)
            throws IOException {
        CustomerImports imports = application.getBean(CustomerImports.class);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("file", file.getFileName().toString());
        results.put("processors", Runtime.getRuntime().availableProcessors());

        ImportStatus first = customers(imports, file, mappings.customers());
        double rate = first.rowsPerSecond(Instant.now());
        print("first import", first);
        results.put("customers", figures(first));

        ImportStatus second = customers(imports, file, mappings.customers());
        print("second import", second);
        results.put("again", figures(second));

        double raw = rawCopy(application.getBean(JdbcTemplate.class), file, first.rows());
        System.out.printf(
                "%-16s %,10.0f rows/s  (the import reaches %.0f %% of it)%n", "raw COPY", raw, 100 * rate / raw);
        results.put("rawCopyRowsPerSecond", raw);
        results.put("importToRawCopy", rate / raw);

        String outcomes = mappings.outcomes();
        if (outcomes != null) {
            answers(application, file, outcomes, results);
        }
        Files.createDirectories(OUT.getParent());
        Files.writeString(
                OUT, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("written to " + OUT);
        boolean same = second.changed() == 0 && first.state().equals("done");
        System.out.println(same ? "The second import changed nothing." : "NOT AS IT SHOULD BE, see above.");
        return same;
    }

    private static ImportStatus customers(CustomerImports imports, Path file, String mapping) throws IOException {
        return ended(imports, imports.start(copyOf(file), file.getFileName().toString(), mapping, "bench"));
    }

    private static void answers(
            ConfigurableApplicationContext application, Path file, String mapping, Map<String, Object> results)
            throws IOException {
        CustomerImports imports = application.getBean(CustomerImports.class);
        Models models = application.getBean(Models.class);
        models.catchUp();
        Map<String, ModelFigures> before = models.all();
        UUID id = application
                .getBean(PastAnswers.class)
                .start(copyOf(file), file.getFileName().toString(), mapping, "bench");
        ImportStatus status = ended(imports, id);
        print("past answers", status);
        results.put("outcomes", figures(status));
        long from = System.nanoTime();
        models.catchUp();
        System.out.printf("%-16s %,10.2f s%n", "models caught up", (System.nanoTime() - from) / 1e9);
        Map<String, ModelFigures> taught = new LinkedHashMap<>(models.all());
        taught.entrySet().removeIf(each -> {
            ModelFigures figures = before.get(each.getKey());
            return figures != null && figures.responses() == each.getValue().responses();
        });
        taught.forEach((action, figures) -> System.out.printf(
                "%-16s %,d answers, %,d positive: AUC %.4f, log loss %.4f (base rate %.4f), calibration error %.4f%n",
                action,
                figures.responses(),
                figures.positives(),
                figures.auc(),
                figures.logLoss(),
                figures.baseLogLoss(),
                figures.calibrationError()));
        results.put("models", taught);
    }

    /** Rows per second of the best of some runs. */
    private static double rawCopy(JdbcTemplate jdbc, Path file, long rows) throws IOException {
        String header;
        try (Stream<String> lines = Files.lines(file)) {
            header = lines.findFirst().orElseThrow();
        }
        String separator = header.contains(";") ? ";" : ",";
        int columns = header.split(separator).length;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add("c" + i + " text");
        }
        double best = 0;
        for (int i = 0; i < COPIES; i++) {
            jdbc.execute("DROP TABLE IF EXISTS bench_raw");
            jdbc.execute("CREATE TABLE bench_raw (" + String.join(", ", names) + ")");
            long from = System.nanoTime();
            jdbc.execute((ConnectionCallback<Long>) connection -> {
                try (InputStream in = Files.newInputStream(file)) {
                    return connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "COPY bench_raw FROM STDIN (FORMAT csv, HEADER true, DELIMITER '" + separator
                                            + "')",
                                    in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            best = Math.max(best, rows / ((System.nanoTime() - from) / 1e9));
        }
        jdbc.execute("DROP TABLE bench_raw");
        return best;
    }

    private static ImportStatus ended(CustomerImports imports, UUID id) {
        ImportStatus status = imports.status(id);
        while (status.state().equals("running")) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            status = imports.status(id);
        }
        return status;
    }

    private static void print(String what, ImportStatus status) {
        System.out.printf(
                "%-16s %,10.0f rows/s  %,d rows, %,d accepted, %,d changed, %,d rejected, %s%s%n",
                what,
                status.rowsPerSecond(Instant.now()),
                status.rows(),
                status.accepted(),
                status.changed(),
                status.rejected(),
                status.state(),
                status.message() == null ? "" : ": " + status.message());
        status.errors().stream()
                .limit(5)
                .forEach(each -> System.out.printf("    row %d, %s: %s%n", each.row(), each.column(), each.message()));
    }

    private static Map<String, Object> figures(ImportStatus status) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("state", status.state());
        figures.put("rows", status.rows());
        figures.put("accepted", status.accepted());
        figures.put("changed", status.changed());
        figures.put("rejected", status.rejected());
        figures.put("rowsPerSecond", status.rowsPerSecond(Instant.now()));
        return figures;
    }

    /** How the columns of a file are meant. */
    private record Mappings(String customers, @Nullable String outcomes) {}

    private static Mappings byHeader(Path file) throws IOException {
        List<String> columns;
        try (CsvFile csv = CsvFile.open(file)) {
            columns = csv.columns();
        }
        var resolver = new PathMatchingResourcePatternResolver();
        for (Resource each : resolver.getResources("classpath:db/seed/imports/*" + CUSTOMERS)) {
            String mapping = each.getContentAsString(StandardCharsets.UTF_8);
            JsonNode mapped = JsonMapper.shared().readTree(mapping).path("columns");
            if (columns.containsAll(mapped.propertyNames())) {
                String name = each.getFilename().replace(CUSTOMERS, "-outcomes.json");
                Resource outcomes = resolver.getResource("classpath:db/seed/imports/" + name);
                return new Mappings(
                        mapping, outcomes.exists() ? outcomes.getContentAsString(StandardCharsets.UTF_8) : null);
            }
        }
        System.err.println("No mapping fits these columns; give the path of one: " + columns);
        System.exit(2);
        throw new IllegalStateException();
    }

    /** An import deletes its file. */
    private static Path copyOf(Path file) throws IOException {
        Path copy = Files.createTempFile("attune-bench", ".csv");
        return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deleteHome() throws IOException {
        if (Files.exists(HOME)) {
            try (Stream<Path> all = Files.walk(HOME)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
