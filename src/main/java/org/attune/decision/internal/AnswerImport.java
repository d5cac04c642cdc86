package org.attune.decision.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.arbitration.engine.Draws;
import org.attune.catalog.Action;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Attributes;
import org.attune.customer.CsvFile;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.customer.ImportJobs;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.ImportedAnswer;
import org.attune.history.Offer;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers of the past in blocks and hands them to the log in file order. */
public final class AnswerImport {
    private static final int BLOCK = 1_000;

    /** What the import needs. */
    @Component
    public record Services(
            Customers customers,
            Attributes attributes,
            History history,
            LiveStrategy live,
            JsonMapper json,
            Clock clock) {}

    private final Services services;
    private final AnswerMapping mapping;
    private final ZoneId zone;
    private final Map<Long, Integer> seen = new HashMap<>();

    public AnswerImport(Services services, String mapping, ZoneId zone) {
        this.services = services;
        this.mapping = AnswerMapping.read(mapping, services.json());
        this.zone = zone;
    }

    /** Imports one file. */
    public void run(Path path, ImportJobs.Progress progress) {
        try (CsvFile file = CsvFile.open(path)) {
            AnswerRow.Reader reader = new AnswerRow.Reader(mapping, file, zone);
            List<AnswerRow> block = new ArrayList<>(BLOCK);
            for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
                progress.row();
                String problem = row.problem();
                if (problem != null) {
                    progress.rejected(row.number(), "", problem);
                    continue;
                }
                try {
                    block.add(reader.read(row));
                } catch (InvalidException e) {
                    Problem first = e.problems().getFirst();
                    progress.rejected(row.number(), first.place(), first.message());
                }
                if (block.size() == BLOCK) {
                    store(block, progress);
                    block.clear();
                }
            }
            store(block, progress);
        }
    }

    private void store(List<AnswerRow> block, ImportJobs.Progress progress) {
        Strategy strategy = services.live().current();
        AttributeDictionary dictionary = services.attributes().dictionary();
        Map<String, CompiledAction> actions = new HashMap<>();
        strategy.actions().forEach(each -> actions.put(each.action().key(), each));
        Instant now = services.clock().instant();
        Map<String, CustomerContext> customers = services.customers()
                .contexts(block.stream().map(AnswerRow::customer).distinct().toList(), now);
        List<ImportedAnswer> answers = new ArrayList<>(block.size());
        for (AnswerRow row : block) {
            CustomerContext customer = customers.get(row.customer());
            CompiledAction action = actions.get(row.action());
            String problem = problem(row, customer, action, now);
            if (problem != null || customer == null || action == null) {
                progress.rejected(
                        row.number(),
                        customer == null ? "customer" : action == null ? "action" : "occurredAt",
                        problem == null ? "" : problem);
                continue;
            }
            answers.add(new ImportedAnswer(
                    key(row),
                    decision(row, customer, action, dictionary, strategy.revision()),
                    row.outcome(),
                    row.occurredAt()));
        }
        if (!answers.isEmpty()) {
            int changed = services.history().importAnswers(answers);
            progress.accepted(answers.size());
            progress.changed(changed);
        }
    }

    private static @Nullable String problem(
            AnswerRow row, @Nullable CustomerContext customer, @Nullable CompiledAction action, Instant now) {
        if (customer == null) {
            return "There is no customer '" + row.customer() + "'. Import the customers first.";
        }
        if (action == null) {
            return "There is no action '" + row.action() + "' in the catalog.";
        }
        return row.occurredAt().isAfter(now) ? "The answer lies in the future." : null;
    }

    /** The same row of the same file has the same key for ever; equal rows of one file are told apart by their number. */
    private String key(AnswerRow row) {
        String text = String.join(
                "\u001f",
                row.customer(),
                row.action(),
                row.outcome().key(),
                row.occurredAt().toString(),
                row.channel().key());
        long hash = Draws.hash(text);
        int occurrence = seen.merge(hash, 1, Integer::sum);
        return UUID.nameUUIDFromBytes((text + "\u001f" + occurrence).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static DecisionRecord decision(
            AnswerRow row,
            CustomerContext customer,
            CompiledAction compiled,
            AttributeDictionary dictionary,
            long revision) {
        Action action = compiled.action();
        double prior = action.startingPropensity();
        Offer offer = new Offer(
                action.key(),
                compiled.issue().key(),
                compiled.group().key(),
                1,
                null,
                prior,
                prior,
                0,
                1,
                prior,
                action.terms().days(),
                action.terms().fulfilledReward());
        return new DecisionRecord(
                DecisionId.next(),
                customer.id(),
                row.occurredAt(),
                row.channel(),
                "",
                null,
                revision,
                0,
                "import",
                0,
                0,
                false,
                Situations.ofPast(customer, dictionary, row.channel().key()),
                List.of(offer));
    }
}
