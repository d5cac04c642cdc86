package org.attune.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;

/** Rules of four clauses over sixty attributes, written in CEL and in DRL, and customers to judge; drawn from a seed. */
final class RuleSet {
    private static final int NUMBERS = 36;
    private static final int FLAGS = 14;
    private static final int WORDS = 10;
    private static final String LETTERS = "abcdefgh";

    private final List<String> cel = new ArrayList<>();
    private final List<String> drl = new ArrayList<>();
    private final Random random;

    RuleSet(int rules, long seed) {
        random = new Random(seed);
        for (int rule = 0; rule < rules; rule++) {
            List<String> inCel = new ArrayList<>();
            List<String> inDrl = new ArrayList<>();
            for (int clause = 0; clause < 4; clause++) {
                clause(inCel, inDrl);
            }
            cel.add(String.join(" && ", inCel));
            drl.add(String.join(", ", inDrl));
        }
    }

    List<String> cel() {
        return cel;
    }

    /** The rules as one DRL text: each notes its number in a global set when it holds. */
    String drl() {
        StringBuilder text = new StringBuilder("package rules\nglobal java.util.BitSet held\ndeclare Customer\n");
        for (int i = 0; i < NUMBERS; i++) {
            text.append("  ").append(number(i)).append(" : double\n");
        }
        for (int i = 0; i < FLAGS; i++) {
            text.append("  ").append(flag(i)).append(" : boolean\n");
        }
        for (int i = 0; i < WORDS; i++) {
            text.append("  ").append(word(i)).append(" : String\n");
        }
        text.append("end\n");
        for (int i = 0; i < drl.size(); i++) {
            text.append("rule \"r%d\" when Customer(%s) then held.set(%d); end%n".formatted(i, drl.get(i), i));
        }
        return text.toString();
    }

    /** Every attribute of a customer has a value. */
    Map<String, Object> customer() {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < NUMBERS; i++) {
            values.put(number(i), random.nextInt(1000) / 10.0);
        }
        for (int i = 0; i < FLAGS; i++) {
            values.put(flag(i), random.nextBoolean());
        }
        for (int i = 0; i < WORDS; i++) {
            values.put(word(i), letter());
        }
        return values;
    }

    static AttributeDictionary dictionary() {
        List<AttributeDefinition> all = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            all.add(attribute(number(i), AttributeType.NUMBER));
        }
        for (int i = 0; i < FLAGS; i++) {
            all.add(attribute(flag(i), AttributeType.BOOLEAN));
        }
        for (int i = 0; i < WORDS; i++) {
            all.add(attribute(word(i), AttributeType.CATEGORY));
        }
        return new AttributeDictionary(all);
    }

    private void clause(List<String> inCel, List<String> inDrl) {
        String number = number(random.nextInt(NUMBERS));
        String limit = String.format(Locale.ROOT, "%.1f", 10 + random.nextInt(300) / 10.0);
        String word = word(random.nextInt(WORDS));
        String flag = flag(random.nextInt(FLAGS));
        String letter = letter();
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> both(inCel, inDrl, number + " > " + limit, number + " > " + limit);
            case 3 -> both(inCel, inDrl, number + " <= 7" + limit, number + " <= 7" + limit);
            case 4 -> both(inCel, inDrl, flag, flag + " == true");
            case 5 -> both(inCel, inDrl, word + " != '" + letter + "'", word + " != \"" + letter + "\"");
            case 6 ->
                both(
                        inCel,
                        inDrl,
                        word + " in ['" + letter + "', 'a', 'c', 'e', 'g']",
                        word + " in (\"" + letter + "\", \"a\", \"c\", \"e\", \"g\")");
            default ->
                both(
                        inCel,
                        inDrl,
                        "(" + number + " >= 5" + limit.substring(1) + " || " + word + " == '" + letter + "')",
                        "(" + number + " >= 5" + limit.substring(1) + " || " + word + " == \"" + letter + "\")");
        }
    }

    private static void both(List<String> inCel, List<String> inDrl, String cel, String drl) {
        inCel.add(cel);
        inDrl.add(drl);
    }

    private String letter() {
        int at = random.nextInt(LETTERS.length());
        return LETTERS.substring(at, at + 1);
    }

    private static String number(int i) {
        return "number" + i;
    }

    private static String flag(int i) {
        return "flag" + i;
    }

    private static String word(int i) {
        return "word" + i;
    }

    private static AttributeDefinition attribute(String key, AttributeType type) {
        return new AttributeDefinition(
                key, type, LocalText.same(key), Sensitivity.ORDINARY, true, "bench", "who", "none", true);
    }
}
