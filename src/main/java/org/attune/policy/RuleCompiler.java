package org.attune.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.policy.Variables.Kind;

/**
 * Compiles rules: the Common Expression Language without loops (no comprehension macros), over the attributes of the dictionary
 * and a few fixed variables. Types are checked, so a rule that compiles can only fail for want of a value. Size is bounded. CEL
 * reads and checks; what runs is a tree of Attune's own. A rule is compiled once for one version of the dictionary.
 */
public final class RuleCompiler {
    /** {@code signal_within('bill-missed', 30)}: whether the latest such signal is at most so many days old; false without one. */
    static final String SIGNAL_WITHIN = "signal_within";
    /** {@code count_within('bill-missed', 90)}: how many such signals are at most so many days old. */
    static final String COUNT_WITHIN = "count_within";

    static final int LONGEST = 2_000;
    /** Old versions of edited rules are forgotten now and then. */
    private static final int MOST_KEPT = 20_000;

    static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(40)
            .build();

    private final CelCompiler compiler;
    private final Variables variables;
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Rule> compiled = new ConcurrentHashMap<>();

    /** A compiler for rules over these attributes. */
    public RuleCompiler(AttributeDictionary dictionary) {
        this(new Variables(dictionary));
    }

    private RuleCompiler(Variables variables) {
        this.variables = variables;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setResultType(SimpleType.BOOL)
                .addFunctionDeclarations(RuleFunctions.declarations());
        for (String name : variables.current()) {
            Kind kind = variables.kind(name);
            if (kind != null && !name.equals(Facts.SIGNAL_AGES)) {
                builder.addVar(name, kind.type);
                names.add(name);
            }
        }
        compiler = builder.build();
        names.add(SIGNAL_WITHIN);
        names.add(COUNT_WITHIN);
    }

    /** A compiler for a later dictionary; it knows every rule of which this one knew that the change does not touch. */
    public RuleCompiler under(AttributeDictionary later) {
        RuleCompiler next = new RuleCompiler(new Variables(later, variables));
        for (Rule each : compiled.values()) {
            Rule kept = each.under(next.variables);
            if (kept != null) {
                next.compiled.put(each.source(), kept);
            }
        }
        return next;
    }

    /** The names a rule may use, variables and functions of Attune's own, in alphabetical order. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Compiles a rule; what is wrong is an {@link InvalidException} whose places are {@code line:column}. */
    public Rule compile(String source) {
        Rule known = compiled.get(source);
        if (known != null) {
            return known;
        }
        Rule rule = compileNew(source);
        if (compiled.size() >= MOST_KEPT) {
            compiled.clear();
        }
        compiled.put(source, rule);
        return rule;
    }

    private Rule compileNew(String source) {
        CelAbstractSyntaxTree checked = checked(source);
        try {
            return RuleTranslator.translate(source, checked, variables);
        } catch (RuleTranslator.Refused refused) {
            throw new InvalidException(List.of(new Problem(place(checked, refused.expression), refused.words)));
        }
    }

    /** The expression as CEL understands it. */
    CelAbstractSyntaxTree checked(String source) {
        if (source.length() > LONGEST) {
            throw new InvalidException(List.of(new Problem("1:1", RuleWords.TOO_LONG)));
        }
        try {
            return compiler.compile(source).getAst();
        } catch (CelValidationException e) {
            throw new InvalidException(problems(e));
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

    Variables variables() {
        return variables;
    }

    private List<Problem> problems(CelValidationException e) {
        List<Problem> problems = new ArrayList<>();
        for (CelIssue issue : e.getErrors()) {
            LocalText words = RuleWords.explain(issue.getMessage(), names, variables);
            problems.add(new Problem(place(issue.getSourceLocation()), words));
            if (words.equals(RuleWords.NO_LOOPS)) {
                break; // what follows is only its consequence
            }
        }
        return problems.isEmpty() ? List.of(new Problem("1:1", RuleWords.UNREADABLE)) : problems;
    }

    private static String place(CelAbstractSyntaxTree ast, long expression) {
        Integer offset = ast.getSource().getPositionsMap().get(expression);
        return offset == null
                ? "1:1"
                : ast.getSource()
                        .getOffsetLocation(offset)
                        .map(RuleCompiler::place)
                        .orElse("1:1");
    }

    private static String place(CelSourceLocation location) {
        return Math.max(1, location.getLine()) + ":" + (Math.max(0, location.getColumn()) + 1);
    }
}
