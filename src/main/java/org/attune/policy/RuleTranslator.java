package org.attune.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.List;
import org.attune.kernel.LocalText;
import org.attune.policy.Variables.Kind;
import org.attune.policy.engine.Comparisons;
import org.attune.policy.engine.Condition;
import org.attune.policy.engine.Conditions;
import org.attune.policy.engine.Lookups;
import org.attune.policy.engine.OpenConditions;
import org.attune.policy.engine.Quantity;
import org.attune.policy.engine.Relation;
import org.attune.policy.engine.Word;

/**
 * Turns a checked CEL expression into the closed tree that is evaluated. What the tree has no node for is refused, whatever the
 * checker thinks of it.
 */
final class RuleTranslator {
    private final TermTranslator terms;

    private RuleTranslator(CelAbstractSyntaxTree ast, Variables variables) {
        terms = new TermTranslator(ast, variables, this);
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

    /** The rule of a checked expression. */
    static Rule translate(String source, CelAbstractSyntaxTree ast, Variables variables) {
        RuleTranslator translator = new RuleTranslator(ast, variables);
        Condition condition = translator.condition(ast.getExpr());
        return new Rule(source, condition, variables, translator.terms.read());
    }

    private CelKind kind(CelExpr expression) {
        return terms.kind(expression);
    }

    private boolean open(CelExpr expression) {
        return terms.open(expression);
    }

    private Quantity quantity(CelExpr expression) {
        return terms.quantity(expression);
    }

    private Word word(CelExpr expression) {
        return terms.word(expression);
    }

    Condition condition(CelExpr expression) {
        if (open(expression) && !TermTranslator.isChoice(expression)) {
            return OpenConditions.truth(terms.openValue(expression));
        }
        return switch (expression.getKind()) {
            case CONSTANT ->
                Conditions.constant(terms.constant(expression, CelConstant.Kind.BOOLEAN_VALUE)
                        .booleanValue());
            case IDENT -> Conditions.variable(terms.slot(expression, Kind.YES_NO));
            case SELECT -> Lookups.entry(terms.mapSlot(expression, Kind.YES_NO_BY_NAME), terms.key(expression));
            case CALL -> conditionOfCall(expression, expression.call());
            default -> throw TermTranslator.refused(expression);
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
            case "_[_]" -> Lookups.entry(terms.mapSlot(expression, Kind.YES_NO_BY_NAME), terms.key(expression));
            case "startsWith" -> contains(expression, Comparisons.Part.START);
            case "endsWith" -> contains(expression, Comparisons.Part.END);
            case "contains" -> contains(expression, Comparisons.Part.ANYWHERE);
            case RuleCompiler.SIGNAL_WITHIN ->
                Lookups.within(
                        terms.slot("signals"),
                        word(call.args().get(0)),
                        quantity(call.args().get(1)));
            default -> throw TermTranslator.refused(expression);
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
            default -> throw TermTranslator.refused(expression);
        };
    }

    private Condition openEquals(CelExpr open, CelExpr typed) {
        return switch (kind(typed)) {
            case DOUBLE, INT -> OpenConditions.equal(terms.openValue(open), quantity(typed));
            case STRING -> OpenConditions.equal(terms.openValue(open), word(typed));
            case BOOL -> OpenConditions.equal(terms.openValue(open), condition(typed));
            default -> throw TermTranslator.refused(typed);
        };
    }

    private Condition membership(CelExpr sought, CelExpr in) {
        if (in.getKind() == CelExpr.ExprKind.Kind.LIST) {
            return oneOf(sought, in);
        }
        if (in.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            throw TermTranslator.refused(in);
        }
        Kind kind = terms.variableKind(in);
        int slot = terms.anySlot(in);
        if (kind == Kind.WORDS) {
            return Lookups.element(slot, word(sought));
        }
        if (kind == null || kind == Kind.NUMBER || kind == Kind.YES_NO || kind == Kind.WORD) {
            throw TermTranslator.refused(in);
        }
        return Lookups.present(slot, word(sought));
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
            case DYN -> OpenConditions.oneOf(terms.openValue(sought), words, all);
            default -> throw TermTranslator.refused(sought);
        };
    }

    private static double plainNumber(CelExpr element) {
        if (element.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            switch (element.constant().getKind()) {
                case DOUBLE_VALUE -> {
                    return element.constant().doubleValue();
                }
                case INT64_VALUE -> {
                    return TermTranslator.whole(element);
                }
                default -> throw new Refused(element, RuleWords.PLAIN_ELEMENTS);
            }
        }
        throw new Refused(element, RuleWords.PLAIN_ELEMENTS);
    }

    private Condition contains(CelExpr expression, Comparisons.Part where) {
        CelExpr.CelCall call = expression.call();
        CelExpr target = call.target().orElseThrow(() -> TermTranslator.refused(expression));
        return Comparisons.contains(word(target), where, word(call.args().get(0)));
    }
}
