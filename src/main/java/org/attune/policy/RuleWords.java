package org.attune.policy;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** Says in plain words, in both languages, what is wrong with a rule. */
final class RuleWords {
    static final LocalText TOO_LONG =
            new LocalText("A rule has at most 2,000 characters.", "Une règle compte au plus 2\u202f000 caractères.");
    static final LocalText UNREADABLE = new LocalText("This rule cannot be read.", "Cette règle est illisible.");
    static final LocalText TOO_LARGE = new LocalText("This number is too large.", "Ce nombre est trop grand.");
    static final LocalText NO_LOOPS = new LocalText(
            "Rules have no loops: ask with 'in', as in 'hardship' in states.",
            "Les règles n’ont pas de boucles\u00a0: demandez avec «\u00a0in\u00a0», comme 'hardship' in states.");
    static final LocalText NO_JOINING =
            new LocalText("Only numbers can be calculated with.", "On ne calcule qu’avec des nombres.");
    static final LocalText OPEN_ARITHMETIC = new LocalText(
            "Nobody knows whether this is a number: compare it, but do not calculate with it.",
            "Rien ne dit que c’est un nombre\u00a0: comparez-le, mais ne calculez pas avec lui.");
    static final LocalText BOTH_OPEN = new LocalText(
            "Neither side has a known type: compare with a word, a number or yes/no.",
            "Aucun côté n’a de type connu\u00a0: comparez avec un mot, un nombre ou oui/non.");
    static final LocalText PLAIN_ELEMENTS = new LocalText(
            "A list holds plain words or numbers only, as in ['a', 'b'].",
            "Une liste ne contient que des mots ou des nombres simples, comme ['a', 'b'].");

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'");
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']+)' applied to '(.*?)'( \\(candidates.*)?", Pattern.DOTALL);
    private static final Pattern ARGUMENTS = Pattern.compile("(?:.*\\.)?\\((.*)\\)");
    private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '([^']+)'");
    private static final Pattern MISSING = Pattern.compile("missing '(\\S{1,5})' at '(\\S{1,40})'");
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched input|extraneous input|token recognition error at:) '(\\S{1,40}?)'(?: |$)");
    private static final Set<String> LOOPS = Set.of("all", "exists", "exists_one", "filter", "map");

    private RuleWords() {}

    static LocalText explain(String message, Collection<String> known, Variables variables) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return unknown(unknown.group(1), known, variables);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.find()) {
            String operator =
                    overload.group(1).replace("_", "").replace("@", "").replace("!in", "in");
            Matcher arguments = ARGUMENTS.matcher(overload.group(2));
            String types = arguments.matches() ? arguments.group(1) : overload.group(2);
            return new LocalText(
                    "'" + operator + "' does not work between " + types(types, false) + ".",
                    "«\u00a0" + operator + "\u00a0» ne va pas entre " + types(types, true) + ".");
        }
        Matcher result = RESULT.matcher(message);
        if (result.find()) {
            return new LocalText(
                    "A rule must be true or false; this is " + type(result.group(1), false) + ".",
                    "Une règle est vraie ou fausse\u00a0; ceci est " + type(result.group(1), true) + ".");
        }
        return syntax(message);
    }

    /** What the language leaves out on purpose. */
    static LocalText notPartOfTheLanguage(String function) {
        String name = function.replace("_", "").replace("@", "");
        if (name.isEmpty() || name.equals("[]")) {
            return new LocalText("This cannot be used in a rule.", "Ceci ne peut pas servir dans une règle.");
        }
        return new LocalText(
                "'" + name + "' cannot be used in this way in a rule.",
                "«\u00a0" + name + "\u00a0» ne peut pas servir ainsi dans une règle.");
    }

    private static LocalText unknown(String name, Collection<String> known, Variables variables) {
        if (LOOPS.contains(name)) {
            return NO_LOOPS;
        }
        if (variables.isProtected(name)) {
            return new LocalText(
                    "'" + name + "' is protected: no rule may read it.",
                    "«\u00a0" + name + "\u00a0» est protégé\u00a0: aucune règle ne peut le lire.");
        }
        String near = nearest(name, known);
        return new LocalText(
                "There is no '" + name + "'." + (near == null ? "" : " Did you mean '" + near + "'?"),
                "«\u00a0" + name + "\u00a0» n’existe pas."
                        + (near == null ? "" : " Vouliez-vous dire «\u00a0" + near + "\u00a0»\u00a0?"));
    }

    private static LocalText syntax(String message) {
        if (message.contains("<EOF>")) {
            return new LocalText("The rule is not finished here.", "La règle n’est pas terminée ici.");
        }
        if (message.contains("recursion")) {
            return new LocalText("This rule is nested too deeply.", "Cette règle a trop de niveaux de parenthèses.");
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return new LocalText(
                    "'" + missing.group(1) + "' is missing before '" + missing.group(2) + "'.",
                    "«\u00a0" + missing.group(1) + "\u00a0» manque avant «\u00a0" + missing.group(2) + "\u00a0».");
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        return unexpected.find()
                ? new LocalText(
                        "'" + unexpected.group(1) + "' is not expected here.",
                        "«\u00a0" + unexpected.group(1) + "\u00a0» n’est pas attendu ici.")
                : new LocalText("This cannot be read here.", "Ceci est illisible ici.");
    }

    private static String types(String list, boolean french) {
        String[] parts = list.split(",\\s*(?![^(]*\\))");
        StringBuilder words = new StringBuilder();
        String and = french ? " et " : " and ";
        for (int i = 0; i < parts.length; i++) {
            words.append(i == 0 ? "" : i == parts.length - 1 ? and : ", ").append(type(parts[i].strip(), french));
        }
        return words.toString();
    }

    private static String type(String type, boolean french) {
        return switch (type) {
            case "double", "int", "uint" -> french ? "un nombre" : "a number";
            case "string" -> french ? "un mot" : "a word";
            case "bool" -> french ? "oui/non" : "yes/no";
            case "null" -> french ? "rien" : "nothing";
            default -> {
                if (type.startsWith("list")) {
                    yield french ? "une liste" : "a list";
                }
                if (type.startsWith("map")) {
                    yield french ? "une liste par nom" : "a list by name";
                }
                yield french ? "autre chose" : "something else";
            }
        };
    }

    /** The known name at the smallest edit distance, null when none is near. */
    static @Nullable String nearest(String name, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(2, name.length() / 3) + 1;
        for (String each : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), each);
            if (distance < bestDistance) {
                best = each;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j - 1], above) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
