package org.attune.customer.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Attributes;
import org.attune.customer.CsvFile;
import org.attune.customer.ImportJobs;
import org.attune.customer.Sensitivity;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One import of a customers file. The first pass infers the types of new attributes and finds references that stand twice,
 * the second writes. While the database takes one block, the next is read.
 */
final class CustomerImport {
    private static final int BLOCK = 5_000;
    private static final int MANY = 10_000;

    /** Bits of the filter of references: 8 MB, one false alarm in 60 at a million rows, which only costs a map entry. */
    private static final int FILTER = 1 << 26;

    private final Path path;
    private final ImportMapping mapping;
    private final Attributes attributes;
    private final PhoneNumbers phones;
    private final CustomerBulk bulk;
    private final Language language;
    private final String who;

    /** References that may stand more than once, with the last row they stand in. */
    private final Map<String, Long> lastRow = new HashMap<>();

    private long accepted;

    CustomerImport(
            Path path,
            ImportMapping mapping,
            Attributes attributes,
            PhoneNumbers phones,
            CustomerBulk bulk,
            Language language,
            String who) {
        this.path = path;
        this.mapping = mapping;
        this.attributes = attributes;
        this.phones = phones;
        this.bulk = bulk;
        this.language = language;
        this.who = who;
    }

    void run(ImportJobs.Progress progress) {
        ImportPlan plan = prepare();
        List<String> keys = plan.columns().stream()
                .filter(each -> each.kind() == ImportColumn.Kind.ATTRIBUTE)
                .map(ImportColumn::key)
                .toList();
        ImportRowReader reader = new ImportRowReader(plan, attributes.dictionary(), phones);
        try (ExecutorService writer = Executors.newSingleThreadExecutor();
                CsvFile file = CsvFile.open(path)) {
            Future<Integer> writing = null;
            int written = 0;
            List<ImportRow> block = new ArrayList<>(BLOCK);
            for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
                progress.row();
                read(row, plan, reader, block, progress);
                if (block.size() == BLOCK) {
                    finish(writing, written, progress);
                    List<ImportRow> full = block;
                    writing = writer.submit(() -> bulk.write(full, keys, language));
                    written = full.size();
                    accepted += written;
                    block = new ArrayList<>(BLOCK);
                }
            }
            finish(writing, written, progress);
            if (!block.isEmpty()) {
                progress.changed(bulk.write(block, keys, language));
                progress.accepted(block.size());
            }
        }
        if (accepted >= MANY) {
            bulk.analyze();
        }
    }

    private void read(
            CsvFile.Row row,
            ImportPlan plan,
            ImportRowReader reader,
            List<ImportRow> block,
            ImportJobs.Progress progress) {
        String problem = row.problem();
        if (problem != null) {
            progress.rejected(row.number(), "", problem);
            return;
        }
        Long last = lastRow.isEmpty() ? null : lastRow.get(plan.ref(row));
        if (last != null && last != row.number()) {
            progress.rejected(row.number(), "", "Row " + last + " has the same reference; the last one counts.");
            return;
        }
        try {
            block.add(reader.read(row));
        } catch (ImportRowReader.Rejected e) {
            progress.rejected(row.number(), e.column, e.reason);
        }
    }

    private static void finish(@Nullable Future<Integer> writing, int rows, ImportJobs.Progress progress) {
        if (writing == null) {
            return;
        }
        try {
            progress.changed(writing.get());
            progress.accepted(rows);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportBook.Stopped();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    /** Checks header and mapping, looks through the file, and defines what is new. */
    private ImportPlan prepare() {
        AttributeDictionary dictionary = attributes.dictionary();
        try (CsvFile file = CsvFile.open(path)) {
            ImportPlan plan = ImportPlan.of(mapping, file, dictionary);
            Map<ImportColumn, ColumnScan> scans = new LinkedHashMap<>();
            plan.unknown().forEach(each -> scans.put(each, new ColumnScan()));
            if (!scans.isEmpty() || plan.refIndex() >= 0) {
                look(file, plan, scans);
            }
            List<AttributeDefinition> definitions = new ArrayList<>();
            scans.forEach((column, scan) -> definitions.add(define(column, scan)));
            for (String key : mapping.protectedAttributes()) {
                AttributeDefinition known = dictionary.find(key);
                if (known != null && known.sensitivity() != Sensitivity.PROTECTED) {
                    definitions.add(protect(known));
                }
            }
            attributes.defineAll(definitions, who);
            return plan;
        }
    }

    private void look(CsvFile file, ImportPlan plan, Map<ImportColumn, ColumnScan> scans) {
        BitSet seen = new BitSet(FILTER);
        for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
            if (row.problem() != null) {
                continue;
            }
            for (Map.Entry<ImportColumn, ColumnScan> each : scans.entrySet()) {
                String cell = row.cell(each.getKey().index());
                if (!each.getKey().missing(cell)) {
                    each.getValue().see(cell);
                }
            }
            if (plan.refIndex() >= 0) {
                String ref = row.cell(plan.refIndex());
                int bit = (ref.hashCode() * 0x9E3779B1) >>> 6;
                if (seen.get(bit)) {
                    lastRow.put(ref, row.number());
                }
                seen.set(bit);
            }
        }
        lastRow.remove("");
    }

    private AttributeDefinition define(ImportColumn column, ColumnScan scan) {
        String key = column.key();
        boolean isProtected = mapping.protectedAttributes().contains(key) || ProtectedNames.contains(key);
        boolean predictor = !isProtected && !scan.tooMany() && scan.type() != AttributeType.DATE;
        String words = key.replace('_', ' ');
        return new AttributeDefinition(
                key,
                scan.type(),
                LocalText.same(Character.toUpperCase(words.charAt(0)) + words.substring(1)),
                isProtected ? Sensitivity.PROTECTED : scan.tooMany() ? Sensitivity.PERSONAL : Sensitivity.ORDINARY,
                predictor,
                CustomerBulk.SOURCE,
                isProtected ? "who" : "recent",
                "none",
                true);
    }

    private static AttributeDefinition protect(AttributeDefinition known) {
        return new AttributeDefinition(
                known.key(),
                known.type(),
                known.label(),
                Sensitivity.PROTECTED,
                false,
                known.source(),
                known.group(),
                known.unit(),
                known.shown());
    }
}
