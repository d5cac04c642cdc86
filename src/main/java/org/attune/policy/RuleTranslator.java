package org.attune.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attune.kernel.LocalText;
import org.attune.policy.Variables.Kind;
import org.attune.policy.engine.Arithmetic;
import org.attune.policy.engine.Comparisons;
import org.attune.policy.engine.Condition;
import org.attune.policy.engine.Conditions;
import org.attune.policy.engine.OpenConditions;
import org.attune.policy.engine.OpenValue;
import org.attune.policy.engine.Quantities;
import org.attune.policy.engine.Quantity;
import org.attune.policy.engine.Relation;
import org.attune.policy.engine.Word;
import org.attune.policy.engine.Words;
import org.jspecify.annotations.Nullable;

/**
 * Turns a checked CEL expression into the closed tree that is evaluated. What the tree has no node for is refused, whatever the
 * checker thinks of it.
 */
final class RuleTranslator {
    /** Whole numbers are exact up to here. */
    private static final long LARGEST = 1L << 53;

    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "_/_", "_%_", "-_");

    private final CelAbstractSyntaxTree ast;
    private final Variables variables;

    private RuleTranslator(CelAbstractSyntaxTree ast, Variables variables) {
        this.ast = ast;
        this.variables = variables;
    }

    /** An expression that is not part of the language. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final long expression;
        final transient LocalText words;

        Refused(CelExpr expression, LocalText words) {
            super(words.en(), null, false, false);
            this.expression = expression.id();
            this.words = words;
        }
    }

    static Condition translate(CelAbstractSyntaxTree ast, Variables variables) {
        return new RuleTranslator(ast, variables).condition(ast.getExpr());
    }

    private CelKind kind(CelExpr expression) {
        return ast.getTypeOrThrow(expression.id()).kind();
    }

    private boolean open(CelExpr expression) {
        return kind(expression) == CelKind.DYN;
    }

    // ------------------------------------------------------------ yes or no

    private Condition condition(CelExpr expression) {
        if (open(expression) && !isChoice(expression)) {
            return OpenConditions.truth(openValue(expression));
        }
        return switch (expression.getKind()) {
            case CONSTANT ->
                Conditions.constant(
                        constant(expression, CelConstant.Kind.BOOLEAN_VALUE).booleanValue());
            case IDENT -> Conditions.variable(slot(expression, Kind.YES_NO));
            case SELECT -> Conditions.entry(mapSlot(expression, Kind.YES_NO_BY_NAME), key(expression));
            case CALL -> conditionOfCall(expression, expression.call());
            default -> throw refused(expression);
        };
    }

    private Condition conditionOfCall(CelExpr expression, CelExpr.CelCall call) {
        return switch (call.function()) {
            case "_&&_" -> Conditions.all(parts(expression, "_&&_", new ArrayList<>()));
            case "_||_" -> Conditions.any(parts(expression, "_||_", new ArrayList<>()));
            case "!_" -> Conditions.not(condition(call.args().get(0)));
            case "_?_:_" ->
                Conditions.choice(
                        condition(call.args().get(0)),
                        condition(call.args().get(1)),
                        condition(call.args().get(2)));
            case "_==_" ->
                comparison(
                        expression,
                        Relation.EQUAL,
                        call.args().get(0),
                        call.args().get(1));
            case "_!=_" ->
                comparison(
                        expression,
                        Relation.DIFFERENT,
                        call.args().get(0),
                        call.args().get(1));
            case "_<_" ->
                comparison(
                        expression,
                        Relation.LESS,
                        call.args().get(0),
                        call.args().get(1));
            case "_<=_" ->
                comparison(
                        expression,
                        Relation.AT_MOST,
                        call.args().get(0),
                        call.args().get(1));
            case "_>_" ->
                comparison(
                        expression,
                        Relation.MORE,
                        call.args().get(0),
                        call.args().get(1));
            case "_>=_" ->
                comparison(
                        expression,
                        Relation.AT_LEAST,
                        call.args().get(0),
                        call.args().get(1));
            case "@in" -> membership(call.args().get(0), call.args().get(1));
            case "_[_]" -> Conditions.entry(mapSlot(expression, Kind.YES_NO_BY_NAME), key(expression));
            case "startsWith" -> contains(expression, Comparisons.Part.START);
            case "endsWith" -> contains(expression, Comparisons.Part.END);
            case "contains" -> contains(expression, Comparisons.Part.ANYWHERE);
            case RuleCompiler.SIGNAL_WITHIN ->
                Conditions.within(
                        variables.slot("signals"),
                        word(call.args().get(0)),
                        quantity(call.args().get(1)));
            default -> throw refused(expression);
        };
    }

    /** The operands of a chain of the same operator, from left to right. */
    private List<Condition> parts(CelExpr expression, String operator, List<Condition> parts) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals(operator)) {
            expression.call().args().forEach(each -> parts(each, operator, parts));
        } else {
            parts.add(condition(expression));
        }
        return parts;
    }

    private Condition comparison(CelExpr expression, Relation relation, CelExpr left, CelExpr right) {
        boolean equality = relation == Relation.EQUAL || relation == Relation.DIFFERENT;
        if (open(left) && open(right)) {
            throw new Refused(expression, RuleWords.BOTH_OPEN);
        }
        if (equality && (open(left) || open(right))) {
            Condition equal = open(left) ? openEquals(left, right) : openEquals(right, left);
            return relation == Relation.EQUAL ? equal : Conditions.not(equal);
        }
        CelExpr typed = open(left) ? right : left;
        return switch (kind(typed)) {
            case DOUBLE, INT -> Comparisons.numbers(quantity(left), relation, quantity(right));
            case STRING -> Comparisons.words(word(left), relation, word(right));
            case BOOL -> Comparisons.truths(condition(left), relation, condition(right));
            default -> throw refused(expression);
        };
    }

    private Condition openEquals(CelExpr open, CelExpr typed) {
        return switch (kind(typed)) {
            case DOUBLE, INT -> OpenConditions.equal(openValue(open), quantity(typed));
            case STRING -> OpenConditions.equal(openValue(open), word(typed));
            case BOOL -> OpenConditions.equal(openValue(open), condition(typed));
            default -> throw refused(typed);
        };
    }

    private Condition membership(CelExpr sought, CelExpr in) {
        if (in.getKind() == CelExpr.ExprKind.Kind.LIST) {
            return oneOf(sought, in);
        }
        if (in.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            throw refused(in);
        }
        Kind kind = variables.kind(in.ident().name());
        int slot = variables.slot(in.ident().name());
        if (kind == Kind.WORDS) {
            return Conditions.element(slot, word(sought));
        }
        if (kind == null || kind == Kind.NUMBER || kind == Kind.YES_NO || kind == Kind.WORD) {
            throw refused(in);
        }
        return Conditions.present(slot, word(sought));
    }

    private Condition oneOf(CelExpr sought, CelExpr list) {
        List<String> words = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (CelExpr each : list.list().elements()) {
            if (kind(each) == CelKind.STRING && each.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
                words.add(each.constant().stringValue());
            } else {
                numbers.add(plainNumber(each));
            }
        }
        double[] all = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return switch (kind(sought)) {
            case STRING -> Comparisons.oneOf(word(sought), words);
            case DOUBLE, INT -> Comparisons.oneOf(quantity(sought), all);
            case DYN -> OpenConditions.oneOf(openValue(sought), words, all);
            default -> throw refused(sought);
        };
    }

    private static double plainNumber(CelExpr element) {
        if (element.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            switch (element.constant().getKind()) {
                case DOUBLE_VALUE -> {
                    return element.constant().doubleValue();
                }
                case INT64_VALUE -> {
                    return whole(element);
                }
                default -> throw new Refused(element, RuleWords.PLAIN_ELEMENTS);
            }
        }
        throw new Refused(element, RuleWords.PLAIN_ELEMENTS);
    }

    private Condition contains(CelExpr expression, Comparisons.Part where) {
        CelExpr.CelCall call = expression.call();
        CelExpr target = call.target().orElseThrow(() -> refused(expression));
        return Comparisons.contains(word(target), where, word(call.args().get(0)));
    }

    // ------------------------------------------------------------ numbers

    private Quantity quantity(CelExpr expression) {
        if (open(expression) && !isChoice(expression)) {
            return Quantities.open(openValue(expression));
        }
        return switch (expression.getKind()) {
            case CONSTANT ->
                switch (expression.constant().getKind()) {
                    case DOUBLE_VALUE ->
                        Quantities.constant(expression.constant().doubleValue());
                    case INT64_VALUE -> Quantities.constant(whole(expression));
                    default -> throw refused(expression);
                };
            case IDENT -> Quantities.variable(slot(expression, Kind.NUMBER));
            case SELECT -> Quantities.entry(mapSlot(expression, Kind.NUMBER_BY_NAME), key(expression));
            case CALL -> quantityOfCall(expression, expression.call());
            default -> throw refused(expression);
        };
    }

    private Quantity quantityOfCall(CelExpr expression, CelExpr.CelCall call) {
        return switch (call.function()) {
            case "_+_" -> arithmetic(expression, Arithmetic.Operator.ADD);
            case "_-_" -> arithmetic(expression, Arithmetic.Operator.SUBTRACT);
            case "_*_" -> arithmetic(expression, Arithmetic.Operator.MULTIPLY);
            case "_/_" -> arithmetic(expression, Arithmetic.Operator.DIVIDE);
            case "_%_" -> arithmetic(expression, Arithmetic.Operator.REMAINDER);
            case "-_" ->
                new Arithmetic(
                        Arithmetic.Operator.SUBTRACT,
                        Quantities.constant(0),
                        quantity(call.args().get(0)),
                        kind(expression) == CelKind.INT);
            case "_?_:_" ->
                Quantities.choice(
                        condition(call.args().get(0)),
                        quantity(call.args().get(1)),
                        quantity(call.args().get(2)));
            case "_[_]" -> Quantities.entry(mapSlot(expression, Kind.NUMBER_BY_NAME), key(expression));
            case "size" ->
                size(expression, call.target().orElseGet(() -> call.args().get(0)));
            case RuleCompiler.COUNT_WITHIN ->
                Quantities.countWithin(
                        variables.slot(Facts.SIGNAL_AGES),
                        word(call.args().get(0)),
                        quantity(call.args().get(1)));
            default -> throw refused(expression);
        };
    }

    private Quantity arithmetic(CelExpr expression, Arithmetic.Operator operator) {
        CelExpr left = expression.call().args().get(0);
        CelExpr right = expression.call().args().get(1);
        CelKind kind = kind(expression);
        if (kind != CelKind.INT && kind != CelKind.DOUBLE || open(left) || open(right)) {
            throw open(left) || open(right)
                    ? new Refused(expression, RuleWords.OPEN_ARITHMETIC)
                    : new Refused(expression, RuleWords.NO_JOINING);
        }
        return new Arithmetic(operator, quantity(left), quantity(right), kind == CelKind.INT);
    }

    private Quantity size(CelExpr expression, CelExpr of) {
        return switch (kind(of)) {
            case STRING -> Quantities.length(word(of));
            case LIST, MAP -> {
                if (of.getKind() != CelExpr.ExprKind.Kind.IDENT) {
                    throw refused(of);
                }
                yield Quantities.size(variables.slot(of.ident().name()));
            }
            default -> throw refused(expression);
        };
    }

    private static double whole(CelExpr expression) {
        long value = expression.constant().int64Value();
        if (value > LARGEST || value < -LARGEST) {
            throw new Refused(expression, RuleWords.TOO_LARGE);
        }
        return value;
    }

    // ------------------------------------------------------------ words

    private Word word(CelExpr expression) {
        if (open(expression) && !isChoice(expression)) {
            return Words.open(openValue(expression));
        }
        return switch (expression.getKind()) {
            case CONSTANT ->
                Words.constant(
                        constant(expression, CelConstant.Kind.STRING_VALUE).stringValue());
            case IDENT -> Words.variable(slot(expression, Kind.WORD));
            case SELECT -> Words.entry(mapSlot(expression, Kind.WORD_BY_NAME), key(expression));
            case CALL -> {
                CelExpr.CelCall call = expression.call();
                yield switch (call.function()) {
                    case "_[_]" -> Words.entry(mapSlot(expression, Kind.WORD_BY_NAME), key(expression));
                    case "_?_:_" ->
                        Words.choice(
                                condition(call.args().get(0)),
                                word(call.args().get(1)),
                                word(call.args().get(2)));
                    case "_+_" -> throw new Refused(expression, RuleWords.NO_JOINING);
                    default -> throw refused(expression);
                };
            }
            default -> throw refused(expression);
        };
    }

    // ------------------------------------------------------------ variables and entries

    private OpenValue openValue(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && ARITHMETIC.contains(expression.call().function())) {
            throw new Refused(expression, RuleWords.OPEN_ARITHMETIC);
        }
        return new OpenValue(mapSlot(expression, Kind.ANYTHING_BY_NAME), key(expression));
    }

    private static boolean isChoice(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals("_?_:_");
    }

    private CelConstant constant(CelExpr expression, CelConstant.Kind kind) {
        if (expression.constant().getKind() != kind) {
            throw refused(expression);
        }
        return expression.constant();
    }

    private int slot(CelExpr expression, Kind kind) {
        String name = expression.ident().name();
        if (variables.kind(name) != kind) {
            throw refused(expression);
        }
        return variables.slot(name);
    }

    /** The slot of the map that {@code map['key']} or {@code map.key} looks into. */
    private int mapSlot(CelExpr expression, Kind kind) {
        CelExpr map = operand(expression);
        if (map == null || map.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            throw refused(expression);
        }
        return slot(map, kind);
    }

    private static @Nullable CelExpr operand(CelExpr expression) {
        return switch (expression.getKind()) {
            case SELECT ->
                expression.select().testOnly() ? null : expression.select().operand();
            case CALL ->
                expression.call().function().equals("_[_]")
                        ? expression.call().args().get(0)
                        : null;
            default -> null;
        };
    }

    private Word key(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? Words.constant(expression.select().field())
                : word(expression.call().args().get(1));
    }

    private static Refused refused(CelExpr expression) {
        String function = expression.getKind() == CelExpr.ExprKind.Kind.CALL
                ? expression.call().function()
                : "";
        return new Refused(expression, RuleWords.notPartOfTheLanguage(function));
    }
}
