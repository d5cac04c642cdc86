package org.attune.customer.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attune.customer.Attributes;
import org.attune.customer.ImportJobs;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes imports of customers. */
@Component
public class CustomerImporter {
    private final JsonMapper mapper;
    private final Attributes attributes;
    private final PhoneNumbers phones;
    private final CustomerBulk bulk;
    private final CustomerWriter writer;

    CustomerImporter(
            JsonMapper mapper, Attributes attributes, PhoneNumbers phones, CustomerBulk bulk, CustomerWriter writer) {
        this.mapper = mapper;
        this.attributes = attributes;
        this.phones = phones;
        this.bulk = bulk;
        this.writer = writer;
    }

    /** Reads a mapping; every problem is named in an InvalidException. */
    public ImportMapping mapping(String json) {
        return ImportMapping.read(mapper, json);
    }

    /** Imports the file and deletes it, whatever happens. */
    public void run(Path file, ImportMapping mapping, String who, ImportJobs.Progress progress) {
        try {
            new CustomerImport(file, mapping, attributes, phones, bulk, writer.defaultLanguage(), who).run(progress);
        } finally {
            delete(file);
        }
    }

    /** Deletes a file that nobody needs any more. */
    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The imported file cannot be deleted.", e);
        }
    }
}
