package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.CustomerContext;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.LocalText;
import org.attune.policy.Facts;
import org.attune.policy.Rejection;
import org.jspecify.annotations.Nullable;

/** The full trace of a decision as a tree that JSON can hold: inputs as of that instant, and every candidate with its stage. */
final class Trace {
    private Trace() {}

    static Map<String, Object> of(
            CustomerContext customer,
            Facts facts,
            Map<String, Object> situation,
            List<Candidate> candidates,
            List<Recommendation> recommendations,
            @Nullable LocalText none,
            List<LocalText> protections) {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("language", customer.language().key());
        trace.put("facts", new TreeMap<>(facts.values()));
        trace.put("situation", situation);
        List<Object> list = new ArrayList<>();
        Map<String, List<Reason>> reasons = new HashMap<>();
        recommendations.forEach(each -> reasons.put(each.action(), each.reasons()));
        candidates.forEach(each -> list.add(candidate(each, reasons.get(each.action()))));
        trace.put("candidates", list);
        trace.put("none", none);
        trace.put("protections", protections);
        return trace;
    }

    private static Map<String, Object> candidate(Candidate each, @Nullable List<Reason> reasons) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("action", each.action());
        map.put("group", each.group());
        map.put("issue", each.issue());
        Rejection rejection = each.rejection;
        if (rejection != null) {
            map.put("stage", rejection.stage());
            map.put("rule", rejection.rule());
            map.put("values", rejection.values());
            map.put("words", rejection.words());
        } else {
            map.put("stage", "ranked");
        }
        if (rejection == null || rejection.stage().equals("threshold")) {
            map.put("propensity", each.propensity);
            map.put("evidence", each.evidence);
            map.put("sampled", each.sampled);
            map.put("context", each.context);
            map.put("value", each.value);
            map.put("lever", each.lever);
            map.put("priority", each.priority);
            map.put("selectionProbability", each.selectionProbability);
            map.put("rank", each.rank);
        }
        if (reasons != null) {
            map.put("reasons", reasons);
        }
        return map;
    }
}
