package org.attune.strategy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/** The past revisions that were asked for last, compiled. Safe to use from several threads. */
public final class PastStrategies {
    /** A compiled revision of 1,000 actions takes a few MB. */
    private static final int KEPT = 16;

    private final Map<Long, Strategy> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Strategy> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable RuleCompiler compiledBy;

    /** A revision compiled by this compiler; another compiler makes everything kept so far worthless. */
    public synchronized Strategy of(long revision, RuleCompiler compiler, LongFunction<Strategy> load) {
        if (compiledBy != compiler) {
            kept.clear();
            compiledBy = compiler;
        }
        Strategy known = kept.get(revision);
        if (known == null) {
            known = load.apply(revision);
            kept.put(revision, known);
        }
        return known;
    }
}
