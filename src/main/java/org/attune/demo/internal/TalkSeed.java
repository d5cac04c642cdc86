package org.attune.demo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.Line;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.PastTalk;
import org.attune.interaction.PastTalk.PastNote;
import org.attune.interaction.SummaryText;
import org.attune.interaction.TalksOfThePast;
import org.attune.interaction.WrapUpCode;
import org.attune.interaction.WrapUpHint;
import org.attune.interaction.WrapUpRule;
import org.attune.interaction.WrapUpRules;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Conversations of the last days: those in which the answers of the past were given, and some with a story, from {@code talks.yaml}. */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class TalkSeed {
    private static final List<String> AGENTS = List.of("agent", "agent2");

    private final TalksOfThePast talks;
    private final WrapUpRules rules;
    private final Customers customers;
    private final Vocabulary words;
    private final TalkWords summary;
    private final ZoneId zone;

    TalkSeed(
            TalksOfThePast talks,
            WrapUpRules rules,
            Customers customers,
            Vocabulary words,
            TalkWords summary,
            ZoneId zone) {
        this.talks = talks;
        this.rules = rules;
        this.customers = customers;
        this.words = words;
        this.summary = summary;
        this.zone = zone;
    }

    /** Writes them down; the caller holds a transaction. */
    void write(List<PastMaker.Contact> contacts, Instant now) {
        Chance chance = new Chance(new Random(DemoSeed.SEED));
        Map<String, WrapUpRule> byQueue = new HashMap<>();
        List<PastTalk> all = new ArrayList<>();
        for (PastMaker.Contact each : contacts) {
            all.add(contact(each, rule(queue(each.reason()), byQueue), chance));
        }
        JsonNode told = SeedFiles.read("talks.yaml");
        Map<String, CustomerId> ids = new HashMap<>();
        List<String> refs = new ArrayList<>();
        told.forEach(each -> refs.add(each.path("customer").asString()));
        customers.contexts(refs.stream().distinct().toList(), now).forEach((ref, found) -> ids.put(ref, found.id()));
        for (JsonNode each : told) {
            CustomerId customer = ids.get(each.path("customer").asString());
            if (customer == null) {
                throw new IllegalStateException("talks.yaml speaks of nobody: " + each);
            }
            all.add(told(
                    each,
                    customer,
                    LocalDate.ofInstant(now, zone),
                    rule(each.path("queue").asString(), byQueue)));
        }
        talks.takeOver(all);
    }

    private WrapUpRule rule(String queue, Map<String, WrapUpRule> known) {
        return known.computeIfAbsent(queue, rules::of);
    }

    private static String queue(String reason) {
        return switch (reason) {
            case "billing", "payment" -> "billing";
            case "leaving" -> "retention";
            default -> "support";
        };
    }

    private PastTalk contact(PastMaker.Contact contact, WrapUpRule rule, Chance chance) {
        // The answer was given towards the end.
        Instant opened = contact.at().minusSeconds(chance.between(90, 540));
        Instant closed = contact.at().plusSeconds(chance.between(30, 150));
        boolean timedOut = rule.seconds() > 0 && chance.of(0.06);
        WrapUpHint hint = switch (contact.outcome()) {
            case ACCEPTED, FULFILLED -> WrapUpHint.ACCEPTED;
            case DECLINED -> WrapUpHint.DECLINED;
            case NOT_NOW -> WrapUpHint.FOLLOW_UP;
            default -> WrapUpHint.NOTHING;
        };
        WrapUpCode code = timedOut ? rule.timeout() : rule.proposed(java.util.Set.of(hint));
        return new PastTalk(
                conversation(
                        contact.conversation(),
                        contact.customer(),
                        chance.pick(AGENTS),
                        contact.channel(),
                        contact.reason(),
                        rule.queue(),
                        opened,
                        closed),
                rule,
                code == null ? null : code.key(),
                timedOut,
                summary.of(
                        contact.reason().isEmpty()
                                ? LocalText.same("")
                                : words.label(Kind.REASON_OF_CALL, contact.reason()),
                        contact.title(),
                        contact.outcome(),
                        contact.why()),
                null,
                List.of());
    }

    private PastTalk told(JsonNode node, CustomerId customer, LocalDate today, WrapUpRule rule) {
        Instant opened = today.minusDays(node.path("ago").asLong())
                .atTime(LocalTime.parse(node.path("at").asString()))
                .atZone(zone)
                .toInstant();
        JsonNode changed = node.path("changed");
        List<PastNote> notes = new ArrayList<>();
        node.path("notes")
                .forEach(each -> notes.add(new PastNote(
                        NoteVisibility.of(each.path("for").asString()),
                        each.path("text").asString())));
        return new PastTalk(
                conversation(
                        InteractionId.next(),
                        customer,
                        node.path("agent").asString(),
                        Channel.CALL_CENTER,
                        node.path("reason").asString(),
                        rule.queue(),
                        opened,
                        opened.plusSeconds(node.path("minutes").asLong() * 60)),
                rule,
                text(node, "code"),
                false,
                new LocalText(node.path("en").asString(), node.path("fr").asString()),
                changed.isMissingNode()
                        ? null
                        : new SummaryText(
                                Language.of(changed.path("language").asString()),
                                changed.path("text").asString(),
                                null),
                notes);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asString() : null;
    }

    private static Interaction conversation(
            InteractionId id,
            CustomerId customer,
            String agent,
            Channel channel,
            String reason,
            String queue,
            Instant opened,
            Instant closed) {
        return new Interaction(
                id,
                customer,
                agent,
                channel,
                reason,
                Interaction.State.CLOSED,
                "demo",
                null,
                opened,
                opened.plusSeconds(8),
                closed,
                new Line(null, 1, false, channel == Channel.CALL_CENTER ? queue : "", null, closed, null, null));
    }
}
