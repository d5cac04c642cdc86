package org.attune.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.policy.engine.Linker;
import org.attune.policy.engine.Program;
import org.attune.policy.engine.Slots;

/**
 * The distinct rules of one strategy revision, each with an index, so that a rule which two hundred actions share is evaluated
 * once per decision. Immutable.
 */
public final class RuleBook {
    private final int size;
    private final Program program;
    private final Variables variables;

    private RuleBook(List<Rule> rules, Variables variables) {
        size = rules.size();
        program = Linker.link(
                rules.stream().map(Rule::condition).toList(), variables.names().size());
        this.variables = variables;
    }

    /** A book to be filled with the policies of a revision. */
    public static Draft draft(RuleCompiler compiler) {
        return new Draft(compiler);
    }

    /** A book of these rules, at least one, all of the same compiler; each has its place in the list as its index. */
    public static RuleBook of(List<Rule> rules) {
        return new RuleBook(rules, rules.getFirst().variables());
    }

    /** How many distinct rules there are. */
    public int size() {
        return size;
    }

    /** Starts evaluating for one decision. Cheap: a few small arrays; not to be shared between threads. */
    public Evaluation evaluation(Facts facts) {
        return new Evaluation(program, size, facts.slots(variables));
    }

    /** The verdicts of one decision, each worked out when it is first asked for. */
    public static final class Evaluation {
        private static final byte PASSED = 1;
        private static final byte FAILED = 2;

        private final Program program;
        private final Slots slots;
        private final double[] cells;
        private final byte[] verdicts;

        private Evaluation(Program program, int size, Slots slots) {
            this.program = program;
            this.slots = slots;
            cells = program.cells(slots);
            verdicts = new byte[size];
        }

        /** Whether the rule with this index holds. */
        public boolean passes(int rule) {
            byte verdict = verdicts[rule];
            if (verdict == 0) {
                verdict = program.holds(rule, cells, slots) ? PASSED : FAILED;
                verdicts[rule] = verdict;
            }
            return verdict == PASSED;
        }
    }

    /** Collects rules, equal ones once. */
    public static final class Draft {
        private final RuleCompiler compiler;
        private final Map<String, Integer> indexes = new HashMap<>();
        private final List<Rule> rules = new ArrayList<>();

        private Draft(RuleCompiler compiler) {
            this.compiler = compiler;
        }

        /** The policy of an action, its rules entered here; what is wrong is an {@link org.attune.kernel.InvalidException}. */
        public EngagementPolicy policy(Issue issue, Group group, Action action) {
            return new EngagementPolicy(this, issue, group, action);
        }

        /** Enters a rule and tells its index; what is wrong is an {@link org.attune.kernel.InvalidException}. */
        public int index(String source) {
            Integer known = indexes.get(source);
            if (known != null) {
                return known;
            }
            rules.add(compiler.compile(source));
            indexes.put(source, rules.size() - 1);
            return rules.size() - 1;
        }

        /** The book as it stands. */
        public RuleBook finish() {
            return new RuleBook(rules, compiler.variables());
        }

        Rule rule(int index) {
            return rules.get(index);
        }
    }
}
