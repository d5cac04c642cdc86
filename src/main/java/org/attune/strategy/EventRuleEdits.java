package org.attune.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.attune.kernel.NotFoundException;
import org.attune.policy.EventRule;
import org.attune.strategy.Strategies.Change;
import org.attune.strategy.Strategies.Check;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Switches event rules on and off; live at once, audited, as a new revision. Other changes are a {@link PartEdit}. */
@Service
public class EventRuleEdits {
    private final Strategies strategies;
    private final Approval approval;

    EventRuleEdits(Strategies strategies, Approval approval) {
        this.strategies = strategies;
        this.approval = approval;
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
