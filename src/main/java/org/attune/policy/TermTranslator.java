package org.attune.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.BitSet;
import java.util.Set;
import org.attune.policy.RuleTranslator.Refused;
import org.attune.policy.Variables.Kind;
import org.attune.policy.engine.Arithmetic;
import org.attune.policy.engine.OpenValue;
import org.attune.policy.engine.Quantities;
import org.attune.policy.engine.Quantity;
import org.attune.policy.engine.Word;
import org.attune.policy.engine.Words;
import org.jspecify.annotations.Nullable;

/** The part of {@link RuleTranslator} that deals with what is compared: numbers, words, variables and their entries. */
final class TermTranslator {
    /** Whole numbers are exact up to here. */
    private static final long LARGEST = 1L << 53;

    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "_/_", "_%_", "-_");

    private final CelAbstractSyntaxTree ast;
    private final Variables variables;
    private final RuleTranslator rules;
    private final BitSet read = new BitSet();

    TermTranslator(CelAbstractSyntaxTree ast, Variables variables, RuleTranslator rules) {
        this.ast = ast;
        this.variables = variables;
        this.rules = rules;
    }

    /** The slots that were met. */
    BitSet read() {
        return read;
    }

    CelKind kind(CelExpr expression) {
        return ast.getTypeOrThrow(expression.id()).kind();
    }

    /** Whether nobody declared what type this has. */
    boolean open(CelExpr expression) {
        return kind(expression) == CelKind.DYN;
    }

    // ------------------------------------------------------------ numbers

    Quantity quantity(CelExpr expression) {
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
                        rules.condition(call.args().get(0)),
                        quantity(call.args().get(1)),
                        quantity(call.args().get(2)));
            case "_[_]" -> Quantities.entry(mapSlot(expression, Kind.NUMBER_BY_NAME), key(expression));
            case "size" ->
                size(expression, call.target().orElseGet(() -> call.args().get(0)));
            case RuleCompiler.COUNT_WITHIN ->
                Quantities.countWithin(
                        slot(Facts.SIGNAL_AGES),
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
                yield Quantities.size(anySlot(of));
            }
            default -> throw refused(expression);
        };
    }

    static double whole(CelExpr expression) {
        long value = expression.constant().int64Value();
        if (value > LARGEST || value < -LARGEST) {
            throw new Refused(expression, RuleWords.TOO_LARGE);
        }
        return value;
    }

    // ------------------------------------------------------------ words

    Word word(CelExpr expression) {
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
                                rules.condition(call.args().get(0)),
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

    OpenValue openValue(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && ARITHMETIC.contains(expression.call().function())) {
            throw new Refused(expression, RuleWords.OPEN_ARITHMETIC);
        }
        return new OpenValue(mapSlot(expression, Kind.ANYTHING_BY_NAME), key(expression));
    }

    static boolean isChoice(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals("_?_:_");
    }

    CelConstant constant(CelExpr expression, CelConstant.Kind kind) {
        if (expression.constant().getKind() != kind) {
            throw refused(expression);
        }
        return expression.constant();
    }

    int slot(CelExpr expression, Kind kind) {
        if (variableKind(expression) != kind) {
            throw refused(expression);
        }
        return anySlot(expression);
    }

    @Nullable
    Kind variableKind(CelExpr variable) {
        return variables.kind(variable.ident().name());
    }

    int anySlot(CelExpr variable) {
        return slot(variable.ident().name());
    }

    /** The slot of a variable, which is noted as read. */
    int slot(String name) {
        int slot = variables.slot(name);
        read.set(slot);
        return slot;
    }

    /** The slot of the map that {@code map['key']} or {@code map.key} looks into. */
    int mapSlot(CelExpr expression, Kind kind) {
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

    Word key(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? Words.constant(expression.select().field())
                : word(expression.call().args().get(1));
    }

    static Refused refused(CelExpr expression) {
        String function = expression.getKind() == CelExpr.ExprKind.Kind.CALL
                ? expression.call().function()
                : "";
        return new Refused(expression, RuleWords.notPartOfTheLanguage(function));
    }
}
