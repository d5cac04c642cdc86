package org.attune.decision.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.attune.kernel.LocalText;
import org.attune.policy.Rejection;
import org.attune.strategy.CompiledAction;
import org.jspecify.annotations.Nullable;

/** A bundle is possible only when each of its members is possible by itself. */
final class Bundles {
    private Bundles() {}

    /**
     * Why a bundle is not possible: the first member that is not, with the rule that stops it and what that rule read.
     *
     * @param gate why an action is not possible by itself, null when it is
     */
    static @Nullable Rejection judge(List<CompiledAction> members, Function<CompiledAction, @Nullable Rejection> gate) {
        for (CompiledAction member : members) {
            Rejection rejection = gate.apply(member);
            if (rejection != null) {
                Map<String, Object> values = new TreeMap<>(rejection.values());
                values.put("member", member.action().key());
                values.put("member_stage", rejection.stage());
                values.put("member_rule", rejection.rule());
                LocalText title = member.action().title();
                return new Rejection(
                        "availability",
                        "member " + member.action().key(),
                        values,
                        new LocalText(
                                "“" + title.en() + "” is part of it: "
                                        + rejection.words().en(),
                                "Comprend « " + title.fr() + " » : "
                                        + rejection.words().fr()));
            }
        }
        return null;
    }
}
