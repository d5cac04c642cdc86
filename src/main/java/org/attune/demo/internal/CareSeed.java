package org.attune.demo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.care.Arrangements;
import org.attune.care.Budgets;
import org.attune.care.CareCase.Visibility;
import org.attune.care.CaseKind;
import org.attune.care.Consent;
import org.attune.care.OpenCase;
import org.attune.care.PastArrangement;
import org.attune.care.PastCase;
import org.attune.care.Referral.Outcome;
import org.attune.care.Referral.Shared;
import org.attune.care.Takeover;
import org.attune.care.engine.Frequency;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.kernel.Keyed;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the invented customers go through and what was agreed on with them, from {@code care-demo.yaml}; its days count back from today. */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class CareSeed {
    private final Takeover takeover;
    private final Budgets budgets;
    private final Customers customers;
    private final ZoneId zone;

    CareSeed(Takeover takeover, Budgets budgets, Customers customers, ZoneId zone) {
        this.takeover = takeover;
        this.budgets = budgets;
        this.customers = customers;
        this.zone = zone;
    }

    /** Writes all of it down; the caller holds a transaction. */
    void write(Instant now) {
        new Writing(now).all(SeedFiles.read("care-demo.yaml"));
    }

    private final class Writing {
        private final LocalDate today;
        private final Instant now;
        private final Map<String, CustomerContext> known = new HashMap<>();

        Writing(Instant now) {
            this.now = now;
            today = LocalDate.ofInstant(now, zone);
        }

        void all(JsonNode file) {
            List<String> refs = new ArrayList<>();
            for (String list : List.of("cases", "budgets", "arrangements", "referrals")) {
                file.path(list).forEach(each -> refs.add(text(each, "customer")));
            }
            known.putAll(customers.contexts(refs.stream().distinct().toList(), now));
            file.path("cases").forEach(this::begun);
            file.path("budgets").forEach(this::budget);
            file.path("arrangements").forEach(this::arrangement);
            file.path("referrals").forEach(this::referral);
        }

        private void begun(JsonNode node) {
            OpenCase begins = new OpenCase(
                    Keyed.of(CaseKind.class, "kind", text(node, "kind")),
                    text(node, "reason"),
                    text(node, "note"),
                    node.path("supervisors").asBoolean(false) ? Visibility.SUPERVISORS : Visibility.AGENTS,
                    Consent.SAID,
                    node.has("cycles") ? node.path("cycles").asInt() : null,
                    day(node, "ends"));
            takeover.take(
                    who(node).id(),
                    new PastCase(
                            begins,
                            required(node, "opened"),
                            day(node, "assessed"),
                            day(node, "answered"),
                            node.has("outcome") ? text(node, "outcome") : null,
                            day(node, "reviewed"),
                            day(node, "closed"),
                            agent(node)));
        }

        private void budget(JsonNode node) {
            CustomerContext customer = who(node);
            ModestBudget made = new ModestBudget(budgets.form(), customer);
            takeover.take(
                    customer.id(),
                    made.household(),
                    made.leaving(node.path("leaves").asLong(), text(node, "income")),
                    required(node, "made"),
                    Consent.SAID,
                    agent(node));
        }

        private void arrangement(JsonNode node) {
            CustomerContext customer = who(node);
            int payments = node.path("payments").asInt();
            int paid = node.path("paid").asInt(0);
            Long told =
                    Arrangements.cents(node.has("owed") ? node.path("owed").asDouble() : customer.value("amount_owed"));
            long owed = told == null ? 0 : told;
            // What is owed now is what is left to pay: so much each time, and the last payment smaller.
            long each = Math.ceilDiv(owed, payments == paid ? payments : payments - paid);
            takeover.take(
                    customer.id(),
                    new PastArrangement(
                            required(node, "agreed"),
                            payments == paid ? owed : owed + paid * each,
                            Frequency.MONTH,
                            required(node, "first"),
                            each,
                            text(node, "reason"),
                            node.has("language") ? Language.of(text(node, "language")) : null,
                            agent(node),
                            node.has("approved") ? "supervisor" : null,
                            day(node, "approved"),
                            paid,
                            node.path("missed").asInt(0),
                            day(node, "ended"),
                            text(node, "endReason")));
        }

        private void referral(JsonNode node) {
            Set<Shared> shared = new HashSet<>();
            node.path("shared").forEach(each -> shared.add(Keyed.of(Shared.class, "shared", each.asString())));
            takeover.take(
                    who(node).id(),
                    text(node, "partner"),
                    shared,
                    text(node, "spokeWith"),
                    required(node, "made"),
                    node.has("outcome") ? Keyed.of(Outcome.class, "outcome", text(node, "outcome")) : null,
                    Consent.SAID,
                    agent(node));
        }

        private CustomerContext who(JsonNode node) {
            CustomerContext found = known.get(text(node, "customer"));
            if (found == null) {
                throw new IllegalStateException("care-demo.yaml speaks of nobody: " + node);
            }
            return found;
        }

        private LocalDate required(JsonNode node, String field) {
            LocalDate day = day(node, field);
            if (day == null) {
                throw new IllegalStateException("care-demo.yaml lacks " + field + ": " + node);
            }
            return day;
        }

        /** So many days ago; below zero in so many days. */
        private @Nullable LocalDate day(JsonNode node, String field) {
            return node.has(field) ? today.minusDays(node.path(field).asLong()) : null;
        }
    }

    private static String agent(JsonNode node) {
        return node.has("agent") ? text(node, "agent") : "agent";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
