package org.attune.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.history.PastOffer;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Suppressions: not the same thing again too soon. Days are local calendar days of the tenant, so nights of 23 or 25 hours are days
 * like others. An offer that was never shown does not count. What was accepted is closed, unless a rule says for how long; what the
 * customer put off waits until the day they named. Rules over a group, an issue or everything spare transactional and mandatory
 * actions. What is shown or presented in the conversation that is going on does not count in it: a card must not vanish because
 * somebody looks at it.
 */
public final class ContactPolicy {
    /** The log is read so many days back: no window and no pause can reach further. */
    public static final int REACH_DAYS = 400;

    private static final LocalText WAIT = new LocalText("Asked to wait", "A demandé d’attendre");
    private static final LocalText CLOSED = new LocalText("Already accepted", "Déjà accepté");

    private final List<ContactRule> rules;
    private final ContactHits hits;
    private final Ledger nothing = new Ledger();

    /** A policy for actions that are in no bundle. */
    public ContactPolicy(List<ContactRule> rules, ZoneId zone) {
        this(rules, new Catalog(List.of(), List.of(), List.of()), zone);
    }

    /**
     * A policy.
     *
     * @param catalog says what a bundle is made of: accepting it counts as accepting its members
     */
    public ContactPolicy(List<ContactRule> rules, Catalog catalog, ZoneId zone) {
        List<ContactRule> all = new ArrayList<>(rules);
        if (rules.stream().noneMatch(ContactPolicy::closesWhatWasAccepted)) {
            all.add(ContactRule.ofDays("accepted", Outcome.ACCEPTED, ContactRule.ACTION, 1, 1, REACH_DAYS, CLOSED));
        }
        this.rules = List.copyOf(all);
        this.hits = new ContactHits(catalog, zone);
    }

    private static boolean closesWhatWasAccepted(ContactRule rule) {
        return rule.outcome() == Outcome.ACCEPTED
                && rule.scope().equals(ContactRule.ACTION)
                && rule.issue() == null
                && rule.channel() == null
                && rule.count() == 1;
    }

    /** What a customer's past means today, for any number of actions. */
    public Ledger open(List<PastOffer> past, LocalDate today) {
        return open(past, today, null);
    }

    /**
     * What a customer's past means today, for any number of actions.
     *
     * @param conversation the one that is going on, null for none
     */
    public Ledger open(List<PastOffer> past, LocalDate today, @Nullable InteractionId conversation) {
        if (past.isEmpty()) {
            return nothing;
        }
        Ledger ledger = new Ledger();
        for (PastOffer each : past) {
            LocalDate again = each.again();
            if (each.state() == Outcome.NOT_NOW && again != null && today.isBefore(again)) {
                ledger.block(ContactRule.ACTION, each.action(), new Block("not-now", WAIT, Outcome.NOT_NOW, 1, again));
            }
        }
        ContactHits.Past read = hits.read(past, conversation);
        for (ContactRule rule : rules) {
            read.pauses(rule).forEach((place, until) -> {
                if (today.isBefore(until)) {
                    ledger.block(
                            rule.scope(),
                            place,
                            new Block(rule.key(), rule.label(), rule.outcome(), rule.count(), until));
                }
            });
        }
        return ledger;
    }

    /** Why an action must wait, with {@code again}: the first day on which it may come back; null when it need not. */
    public @Nullable Rejection judge(String action, String group, String issue, List<PastOffer> past, LocalDate today) {
        Ledger ledger = open(past, today);
        int code = ledger.judge(action, group, issue, true);
        return code == Ledger.PASSES ? null : ledger.rejection(code);
    }

    private record Block(String rule, LocalText label, Outcome outcome, int count, LocalDate again) {}

    /** What holds today for one customer. Judging allocates nothing and costs at most four look-ups. */
    public static final class Ledger {
        /** The code of an action that need not wait. */
        public static final int PASSES = 0;

        private final List<Block> blocks = new ArrayList<>();
        private final Map<String, Integer> actions = new HashMap<>();
        private final Map<String, Integer> groups = new HashMap<>();
        private final Map<String, Integer> issues = new HashMap<>();
        private int all = PASSES;

        private Ledger() {}

        /** Whether nothing waits: no action needs to be judged. */
        public boolean idle() {
            return blocks.isEmpty();
        }

        /** {@link #PASSES}, or the code of the first rule that holds an action back; see {@link #rejection}. */
        public int judge(Action action, String issue) {
            return blocks.isEmpty()
                    ? PASSES
                    : judge(action.key(), action.group(), issue, action.actionClass() == ActionClass.DEFAULT);
        }

        private int judge(String action, String group, String issue, boolean ordinary) {
            int code = first(PASSES, actions.get(action));
            if (ordinary) {
                code = first(code, groups.get(group));
                code = first(code, issues.get(issue));
                code = all != PASSES && (code == PASSES || all < code) ? all : code;
            }
            return code;
        }

        /** The reason behind a code, with the day from which the action may come back. */
        public Rejection rejection(int code) {
            Block block = blocks.get(code - 1);
            Map<String, Object> values = new TreeMap<>();
            values.put("again", block.again.toString());
            values.put("count", block.count);
            values.put("outcome", block.outcome.key());
            return new Rejection("contact", block.rule, values, Again.from(block.label, block.again));
        }

        private void block(String scope, String place, Block block) {
            blocks.add(block);
            int code = blocks.size();
            switch (scope) {
                case ContactRule.ANY -> all = all == PASSES ? code : all;
                case ContactRule.ISSUE -> issues.putIfAbsent(place, code);
                case ContactRule.GROUP -> groups.putIfAbsent(place, code);
                default -> actions.putIfAbsent(place, code);
            }
        }

        private static int first(int code, @Nullable Integer other) {
            return other != null && (code == PASSES || other < code) ? other : code;
        }
    }
}
