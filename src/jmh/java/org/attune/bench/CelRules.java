package org.attune.bench;

import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;

/** The peer: the same rules in the expression library's own planner runtime, with declared variables. */
final class CelRules {
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    private final List<Program> programs = new ArrayList<>();

    CelRules(List<String> rules, AttributeDictionary dictionary) throws Exception {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setResultType(SimpleType.BOOL);
        for (AttributeDefinition each : dictionary.all()) {
            builder.addVar(
                    each.key(),
                    switch (each.type()) {
                        case NUMBER -> SimpleType.DOUBLE;
                        case BOOLEAN -> SimpleType.BOOL;
                        case CATEGORY, DATE -> SimpleType.STRING;
                    });
        }
        CelCompiler compiler = builder.build();
        CelRuntime runtime =
                CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
        for (String rule : rules) {
            programs.add(runtime.createProgram(compiler.compile(rule).getAst()));
        }
    }

    BitSet fromMap(Map<String, Object> values) throws CelEvaluationException {
        BitSet held = new BitSet();
        for (int i = 0; i < programs.size(); i++) {
            if (Boolean.TRUE.equals(programs.get(i).eval(values))) {
                held.set(i);
            }
        }
        return held;
    }

    BitSet fromResolver(Map<String, Object> values) throws CelEvaluationException {
        BitSet held = new BitSet();
        for (int i = 0; i < programs.size(); i++) {
            if (Boolean.TRUE.equals(programs.get(i).eval((String name) -> Optional.ofNullable(values.get(name))))) {
                held.set(i);
            }
        }
        return held;
    }
}
