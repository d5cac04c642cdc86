package org.attune.policy;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/**
 * What the checker knows beyond CEL: Attune's functions, and whole numbers beside decimal ones. CEL refuses {@code arrears == 0}
 * on a decimal number; a person who writes rules should not have to care.
 */
final class RuleFunctions {
    private static final CelType DECIMAL = SimpleType.DOUBLE;
    private static final CelType WHOLE = SimpleType.INT;
    private static final CelType YES_NO = SimpleType.BOOL;

    private RuleFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                function(
                        RuleCompiler.SIGNAL_WITHIN,
                        overload("signal_within_whole", YES_NO, SimpleType.STRING, WHOLE),
                        overload("signal_within_decimal", YES_NO, SimpleType.STRING, DECIMAL)),
                function(
                        RuleCompiler.COUNT_WITHIN,
                        overload("count_within_whole", WHOLE, SimpleType.STRING, WHOLE),
                        overload("count_within_decimal", WHOLE, SimpleType.STRING, DECIMAL)),
                mixed("_==_", "equals", YES_NO),
                mixed("_!=_", "not_equals", YES_NO),
                mixed("_+_", "add", DECIMAL),
                mixed("_-_", "subtract", DECIMAL),
                mixed("_*_", "multiply", DECIMAL),
                mixed("_/_", "divide", DECIMAL),
                function(
                        "_%_",
                        overload("modulo_decimal_whole", DECIMAL, DECIMAL, WHOLE),
                        overload("modulo_whole_decimal", DECIMAL, WHOLE, DECIMAL),
                        overload("modulo_decimal_decimal", DECIMAL, DECIMAL, DECIMAL)),
                function(
                        "_?_:_",
                        overload("choice_decimal_whole", DECIMAL, YES_NO, DECIMAL, WHOLE),
                        overload("choice_whole_decimal", DECIMAL, YES_NO, WHOLE, DECIMAL)),
                function(
                        "@in",
                        overload("in_decimal_wholes", YES_NO, DECIMAL, ListType.create(WHOLE)),
                        overload("in_whole_decimals", YES_NO, WHOLE, ListType.create(DECIMAL))));
    }

    private static CelFunctionDecl mixed(String operator, String name, CelType result) {
        return function(
                operator,
                overload(name + "_decimal_whole", result, DECIMAL, WHOLE),
                overload(name + "_whole_decimal", result, WHOLE, DECIMAL));
    }

    private static CelFunctionDecl function(String name, CelOverloadDecl... overloads) {
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static CelOverloadDecl overload(String id, CelType result, CelType... parameters) {
        return CelOverloadDecl.newGlobalOverload(id, result, parameters);
    }
}
