package org.attune.demo.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.interaction.WrapUpCode;
import org.attune.interaction.WrapUpHint;
import org.attune.interaction.WrapUpMode;
import org.attune.interaction.WrapUpRule;
import org.attune.interaction.WrapUpRules;
import org.attune.kernel.Keyed;
import org.attune.kernel.LocalText;
import tools.jackson.databind.JsonNode;

/** How the demo's queues are wrapped up, from {@code wrapup.yaml}. */
final class WrapUpSeed {
    private WrapUpSeed() {}

    /** Keeps the rules of queues that have none. */
    static void write(WrapUpRules rules, String who) {
        for (WrapUpRule each : read()) {
            if (rules.own(each.queue()).isEmpty()) {
                rules.save(null, each, who);
            }
        }
    }

    static List<WrapUpRule> read() {
        List<WrapUpRule> rules = new ArrayList<>();
        for (JsonNode node : SeedFiles.read("wrapup.yaml")) {
            List<WrapUpCode> codes = new ArrayList<>();
            node.get("codes").forEach(code -> codes.add(code(code)));
            rules.add(new WrapUpRule(
                    node.get("queue").asString(),
                    Keyed.of(WrapUpMode.class, "mode", node.get("mode").asString()),
                    node.path("seconds").asInt(0),
                    codes,
                    WrapUpRule.NOT_CHOSEN));
        }
        return rules;
    }

    private static WrapUpCode code(JsonNode node) {
        Set<WrapUpHint> fits = new HashSet<>();
        node.get("fits").forEach(hint -> fits.add(Keyed.of(WrapUpHint.class, "fits", hint.asString())));
        return new WrapUpCode(
                node.get("key").asString(),
                new LocalText(node.get("en").asString(), node.get("fr").asString()),
                fits);
    }
}
