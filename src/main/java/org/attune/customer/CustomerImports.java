package org.attune.customer;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Imports customers from CSV files and keeps the books of all imports. */
@Service
public class CustomerImports {

    /**
     * Starts an import in the background and returns its id. The file is deleted when it is through.
     *
     * @param mapping JSON as documented for the API, empty for one column per attribute
     */
    public UUID start(Path file, String fileName, String mapping, String who) {
        throw new IllegalStateException("being built");
    }

    /** How an import stands; an unknown id is a NotFoundException. */
    public ImportStatus status(UUID id) {
        throw new IllegalStateException("being built");
    }

    /** The latest imports, newest first. */
    public List<ImportStatus> latest(int limit) {
        throw new IllegalStateException("being built");
    }
}
