package org.attune.interaction;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.attune.interaction.internal.WrapUpRuleStore;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rules of wrap-up, by queue. A wrap-up that has begun goes on by the rule of its beginning. */
@Service
public class WrapUpRules {
    private final WrapUpRuleStore store;
    private final ApplicationEventPublisher audit;
    private final JsonMapper json;

    WrapUpRules(WrapUpRuleStore store, ApplicationEventPublisher audit, JsonMapper json) {
        this.store = store;
        this.audit = audit;
        this.json = json;
    }

    /** The rule for conversations of a queue: its own, otherwise that of all others. */
    public WrapUpRule of(String queue) {
        String key = queue.strip().toLowerCase(Locale.ROOT);
        return store.find(key).orElseGet(this::others);
    }

    /** The rule of a queue itself, if it has one; that of all others always is there. */
    public Optional<WrapUpRule> own(String queue) {
        String key = queue.strip().toLowerCase(Locale.ROOT);
        return key.isEmpty() ? Optional.of(others()) : store.find(key);
    }

    /** All rules, that of all other queues first. */
    public List<WrapUpRule> all() {
        List<WrapUpRule> all = new java.util.ArrayList<>(store.all());
        if (all.isEmpty() || !all.getFirst().queue().isEmpty()) {
            all.addFirst(WrapUpRule.none(WrapUpRule.OTHERS));
        }
        return all;
    }

    private WrapUpRule others() {
        return store.find(WrapUpRule.OTHERS).orElseGet(() -> WrapUpRule.none(WrapUpRule.OTHERS));
    }

    /**
     * Keeps a rule.
     *
     * @param base as it was when it was looked at, null for a new queue
     * @throws InvalidException naming each place that is wrong, {@code queue} when a new one has no name or is there already
     * @throws StaleException when somebody else was quicker; nothing is then changed
     */
    @Transactional
    public void save(@Nullable WrapUpRule base, WrapUpRule rule, String who) {
        List<Problem> problems = new java.util.ArrayList<>(rule.problems());
        store.lock();
        WrapUpRule now = own(rule.queue()).orElse(null);
        if (base == null && rule.queue().isEmpty()) {
            problems.add(new Problem("queue", new LocalText("A queue needs a name.", "Une file a besoin d’un nom.")));
        } else if (base == null && now != null) {
            problems.add(new Problem(
                    "queue",
                    new LocalText(
                            "This queue has a rule already: choose it in the list.",
                            "Cette file a déjà une règle : choisissez-la dans la liste.")));
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        if (base != null && !base.equals(now)) {
            throw new StaleException("rule");
        }
        store.put(rule, who);
        audit(who, "wrap-up.edited", rule.queue(), now, rule);
    }

    /**
     * Takes the rule of a queue away; the rule of all others then counts.
     *
     * @throws StaleException when somebody else was quicker
     */
    @Transactional
    public void remove(WrapUpRule base, String who) {
        store.lock();
        if (base.queue().isEmpty() || !base.equals(own(base.queue()).orElse(null))) {
            throw new StaleException("rule");
        }
        store.remove(base.queue());
        audit(who, "wrap-up.removed", base.queue(), base, null);
    }

    private void audit(String who, String what, String queue, @Nullable WrapUpRule before, @Nullable WrapUpRule after) {
        audit.publishEvent(new AuditedEvent(
                who,
                what,
                "wrap-up",
                queue.isEmpty() ? "*" : queue,
                Objects.equals(before, WrapUpRule.none(queue)) || before == null
                        ? null
                        : json.writeValueAsString(before),
                after == null ? null : json.writeValueAsString(after)));
    }
}
