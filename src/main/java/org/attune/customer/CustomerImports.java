package org.attune.customer;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.attune.customer.internal.CustomerImporter;
import org.attune.customer.internal.ImportMapping;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports customers from CSV files and keeps the books of all imports. */
@Service
public class CustomerImports {
    private final ImportJobs jobs;
    private final CustomerImporter importer;
    private final ApplicationEventPublisher audit;

    CustomerImports(ImportJobs jobs, CustomerImporter importer, ApplicationEventPublisher audit) {
        this.jobs = jobs;
        this.importer = importer;
        this.audit = audit;
    }

    /**
     * Starts an import in the background and returns its id. The file is deleted when it is through.
     *
     * <p>The mapping may say {@code refColumn} or {@code refTemplate} ({@code bank-{row}}), {@code columns} (column to
     * attribute, {@code displayName}, {@code language}, {@code phone}, {@code state} or {@code consent:<purpose>}),
     * {@code createAttributes}, {@code protected} (attributes) and {@code missingNumbers} (column to the value that means
     * "not known"). An empty cell means "not known" and forgets what was known; of rows with the same reference the last
     * one counts; a broken row is reported and left out. No news is published for the customers of an import.
     *
     * @param mapping JSON, empty for one column per attribute
     * @throws InvalidException when the mapping cannot be understood; what does not fit the file or the
     *     dictionary makes the import fail before anything is stored
     */
    @Transactional
    public UUID start(Path file, String fileName, String mapping, String who) {

        try {
            ImportMapping read = importer.mapping(mapping);
            UUID id = jobs.submit("customers", fileName, progress -> importer.run(file, read, who, progress));
            audit.publishEvent(new AuditedEvent(who, "import.started", "import", id.toString(), null, fileName));
            return id;
        } catch (InvalidException | ConflictException e) {
            importer.delete(file);
            throw e;
        }
    }

    /** How an import stands; an unknown id is a NotFoundException. */
    public ImportStatus status(UUID id) {
        return jobs.status(id);
    }

    /** The latest imports, newest first. */
    public List<ImportStatus> latest(int limit) {
        return jobs.latest(limit);
    }
}
