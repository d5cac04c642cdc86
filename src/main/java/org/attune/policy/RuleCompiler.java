package org.attune.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;

/**
 * Compiles rules: the Common Expression Language without loops (no comprehension macros), over the attributes of the dictionary
 * and a few fixed variables. Types are checked, so a rule that compiles can only fail for want of a value. Size is bounded.
 */
public final class RuleCompiler {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(2_000)
            .maxParseRecursionDepth(40)
            .build();
    private static final Map<String, CelType> FIXED = fixed();

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Rule> compiled = new ConcurrentHashMap<>();

    /** A compiler for rules over these attributes. */
    public RuleCompiler(AttributeDictionary dictionary) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setResultType(SimpleType.BOOL);
        FIXED.forEach(builder::addVar);
        names.addAll(FIXED.keySet());
        for (AttributeDefinition each : dictionary.all()) {
            if (names.add(each.key())) {
                builder.addVar(each.key(), type(each));
            }
        }
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    }

    /** The names a rule may use, in alphabetical order. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Compiles a rule; what is wrong is an {@link InvalidException} whose places are {@code line:column}. */
    public Rule compile(String source) {
        Rule known = compiled.get(source);
        if (known != null) {
            return known;
        }
        try {
            CelAbstractSyntaxTree checked = compiler.compile(source).getAst();
            Rule rule = new Rule(source, runtime.createProgram(checked));
            compiled.put(source, rule);
            return rule;
        } catch (CelValidationException e) {
            throw new InvalidException(problems(e));
        } catch (CelEvaluationException e) {
            throw new InvalidException("1:1", "This rule cannot be run: " + e.getMessage());
        }
    }

    /** Everything wrong with a rule, places are {@code line:column}; empty when it is fine or blank. */
    public List<Problem> check(String source) {
        if (source.isBlank()) {
            return List.of();
        }
        try {
            compile(source);
            return List.of();
        } catch (InvalidException e) {
            return e.problems();
        }
    }

    private List<Problem> problems(CelValidationException e) {
        List<Problem> problems = new ArrayList<>();
        for (CelIssue issue : e.getErrors()) {
            int line = Math.max(1, issue.getSourceLocation().getLine());
            int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
            problems.add(new Problem(line + ":" + column, RuleWords.explain(issue.getMessage(), names)));
        }
        return problems.isEmpty() ? List.of(new Problem("1:1", "This rule cannot be read.")) : problems;
    }

    private static CelType type(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case NUMBER -> SimpleType.DOUBLE;
            case BOOLEAN -> SimpleType.BOOL;
            case CATEGORY, DATE -> SimpleType.STRING;
        };
    }

    private static Map<String, CelType> fixed() {
        Map<String, CelType> types = new TreeMap<>();
        CelType days = MapType.create(SimpleType.STRING, SimpleType.INT);
        types.put("states", ListType.create(SimpleType.STRING));
        types.put("holdings", ListType.create(SimpleType.STRING));
        types.put("signals", days);
        types.put("signal_count", days);
        types.put("accepted", days);
        types.put("declined", days);
        types.put("consents", MapType.create(SimpleType.STRING, SimpleType.BOOL));
        types.put("context", MapType.create(SimpleType.STRING, SimpleType.DYN));
        types.put("reason", SimpleType.STRING);
        types.put("channel", SimpleType.STRING);
        types.put("language", SimpleType.STRING);
        return types;
    }
}
