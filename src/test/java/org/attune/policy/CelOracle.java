package org.attune.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.attune.policy.engine.Truth;

/** The expression library's own runtime, as the judge of what a rule means. */
final class CelOracle {
    private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(RuleCompiler.OPTIONS)
            .addFunctionBindings(bindings())
            .build();
    private Facts facts = new Facts(Map.of());

    Program program(CelAbstractSyntaxTree checked) throws CelEvaluationException {
        return runtime.createProgram(checked);
    }

    int truth(Program program, Facts of) {
        facts = of;
        try {
            Object result = program.eval(
                    (String name) -> Optional.ofNullable(of.values().get(name)));
            return result instanceof Boolean yes ? (yes ? Truth.TRUE : Truth.FALSE) : Truth.UNKNOWN;
        } catch (CelEvaluationException e) {
            return Truth.UNKNOWN;
        }
    }

    private List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> all = new ArrayList<>();
        all.add(CelFunctionBinding.from("signal_within_whole", String.class, Long.class, this::within));
        all.add(CelFunctionBinding.from("signal_within_decimal", String.class, Double.class, this::within));
        all.add(CelFunctionBinding.from("count_within_whole", String.class, Long.class, this::count));
        all.add(CelFunctionBinding.from("count_within_decimal", String.class, Double.class, this::count));
        all.add(CelFunctionBinding.from("equals_decimal_whole", Double.class, Long.class, (a, b) -> a == (double) b));
        all.add(CelFunctionBinding.from("equals_whole_decimal", Long.class, Double.class, (a, b) -> (double) a == b));
        all.add(CelFunctionBinding.from(
                "not_equals_decimal_whole", Double.class, Long.class, (a, b) -> a != (double) b));
        all.add(CelFunctionBinding.from(
                "not_equals_whole_decimal", Long.class, Double.class, (a, b) -> (double) a != b));
        mixed(all, "add", Double::sum);
        mixed(all, "subtract", (a, b) -> a - b);
        mixed(all, "multiply", (a, b) -> a * b);
        mixed(all, "divide", (a, b) -> a / b);
        mixed(all, "modulo", (a, b) -> a % b);
        all.add(CelFunctionBinding.from("modulo_decimal_decimal", Double.class, Double.class, (a, b) -> a % b + 0.0));
        all.add(CelFunctionBinding.from("in_decimal_wholes", Double.class, List.class, CelOracle::in));
        all.add(CelFunctionBinding.from("in_whole_decimals", Long.class, List.class, CelOracle::in));
        return all;
    }

    /** Adding zero makes minus zero zero. */
    private static void mixed(List<CelFunctionBinding> all, String name, BinaryOperator<Double> operator) {
        all.add(CelFunctionBinding.from(
                name + "_decimal_whole", Double.class, Long.class, (a, b) -> operator.apply(a, (double) b) + 0.0));
        all.add(CelFunctionBinding.from(
                name + "_whole_decimal", Long.class, Double.class, (a, b) -> operator.apply((double) a, b) + 0.0));
    }

    private static boolean in(Number sought, List<?> list) {
        return list.stream().anyMatch(each -> ((Number) each).doubleValue() == sought.doubleValue());
    }

    private Object within(String signal, Number days) throws CelEvaluationException {
        Object age = known("signals").get(signal);
        return age instanceof Number number && number.doubleValue() <= days.doubleValue();
    }

    private Object count(String signal, Number days) throws CelEvaluationException {
        return known(Facts.SIGNAL_AGES).get(signal) instanceof List<?> ages
                ? ages.stream()
                        .filter(age -> ((Number) age).doubleValue() <= days.doubleValue())
                        .count()
                : 0L;
    }

    private Map<?, ?> known(String name) throws CelEvaluationException {
        if (facts.values().get(name) instanceof Map<?, ?> map) {
            return map;
        }
        throw new CelEvaluationException(name + " is not known");
    }
}
