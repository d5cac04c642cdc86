package org.attune.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;
import org.attune.customer.ImportJobs;
import org.attune.decision.internal.AnswerImport;
import org.attune.kernel.AuditedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Imports answers of the past so that the models learn as if they had lived through them. */
@Service
public class PastAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PastAnswers.class);

    private final ImportJobs jobs;
    private final AnswerImport.Services services;
    private final ApplicationEventPublisher news;
    private final ZoneId zone;

    PastAnswers(ImportJobs jobs, AnswerImport.Services services, ApplicationEventPublisher news, ZoneId zone) {
        this.news = news;
        this.jobs = jobs;
        this.services = services;
        this.zone = zone;
    }

    /**
     * Starts the import of a CSV file of answers in the background, in file order; follow it with {@link ImportJobs#status}. The
     * file is deleted when it is through. What the models see is the customer as known now: a file should bring attributes that
     * were known before the answer. Rows that were imported before are passed over.
     *
     * @param mapping JSON as documented for the API, empty for columns customer, action, outcome, occurredAt, channel
     * @throws org.attune.kernel.InvalidException a mapping that cannot be read
     */
    public UUID start(Path file, String fileName, String mapping, String who) {
        AnswerImport work = new AnswerImport(services, mapping, zone);
        UUID id = jobs.submit("outcomes", fileName, progress -> {
            try {
                work.run(file, progress);
            } finally {
                delete(file);
            }
        });
        news.publishEvent(new AuditedEvent(who, "import.started", "import", id.toString(), null, fileName));
        return id;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A file that was imported could not be deleted: {}", e.getMessage());
        }
    }
}
