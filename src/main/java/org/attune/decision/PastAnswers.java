package org.attune.decision;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Imports answers of the past so that the models learn as if they had lived through them. */
@Service
public class PastAnswers {

    /**
     * Starts the import of a CSV file of answers in the background, in file order; follow it with
     * {@link org.attune.customer.CustomerImports#status}.
     *
     * @param mapping JSON as documented for the API, empty for columns customer, action, outcome, occurredAt, channel
     */
    public UUID start(Path file, String fileName, String mapping, String who) {
        throw new IllegalStateException("being built");
    }
}
