package org.attune.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.policy.EventRule;
import org.attune.strategy.Strategies.Change;
import org.attune.strategy.Strategies.Check;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes what follows from signals; live at once, audited, as a new revision. */
@Service
public class EventRuleEdits {
    private final Strategies strategies;
    private final Approval approval;

    EventRuleEdits(Strategies strategies, Approval approval) {
        this.strategies = strategies;
        this.approval = approval;
    }

    /**
     * Replaces an event rule, or adds one.
     *
     * @param base the rule as the editor saw it, null for a new one; when it has changed meanwhile, a ConflictException says so
     * @return the number of the new revision
     */
    public long edit(@Nullable EventRule base, EventRule changed, String who) {
        approval.mayGoLiveAtOnce();
        String what = base == null ? "event-rule.added" : "event-rule.edited";
        String note = (base == null ? "Added " : "Edited ") + changed.label().en();
        return change(
                rules -> {
                    EventRule now = find(rules, changed.key());
                    if (base == null && now != null) {
                        throw new InvalidException("key", "There is an event rule '" + changed.key() + "' already.");
                    }
                    if (base == null) {
                        rules.add(changed);
                    } else {
                        Strategies.requireSame("event rule", base.key(), base, now);
                        rules.replaceAll(each -> each.key().equals(base.key()) ? changed : each);
                    }
                    return rules;
                },
                what,
                changed.key(),
                note,
                who,
                Check.DOCUMENT);
    }

    /** Switches an event rule on or off; off never waits for a second person. */
    public long switchOff(String key, boolean off, String who) {
        if (!off) {
            approval.mayGoLiveAtOnce();
        }
        return change(
                rules -> {
                    if (find(rules, key) == null) {
                        throw new NotFoundException("event rule", key);
                    }
                    rules.replaceAll(each -> each.key().equals(key) ? each.off(off) : each);
                    return rules;
                },
                off ? "event-rule.off" : "event-rule.on",
                key,
                (off ? "Switched off " : "Switched on ") + key,
                who,
                off ? Check.NONE : Check.DOCUMENT);
    }

    private long change(
            UnaryOperator<List<EventRule>> change, String what, String key, String note, String who, Check check) {
        return strategies.change(
                document -> document.withEventRules(change.apply(new ArrayList<>(document.eventRules()))),
                new Change(what, "event-rule", key, note, who, check, document -> find(document.eventRules(), key)));
    }

    private static @Nullable EventRule find(List<EventRule> rules, String key) {
        return rules.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
    }
}
