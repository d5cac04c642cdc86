package org.attune.interaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How conversations of a queue are wrapped up.
 *
 * @param queue name of the queue in lower case, as the telephone system calls it; empty for every queue without a rule of its own
 * @param seconds how long a timed wrap-up lasts, 10 to 3600; 0 in other modes
 * @param codes what the agent chooses from, one digit each, at most nine
 * @param timeout what the system sets when the time is over and no code was chosen
 */
public record WrapUpRule(String queue, WrapUpMode mode, int seconds, List<WrapUpCode> codes, WrapUpCode timeout) {
    /** The queue of conversations that have no rule of their own. */
    public static final String OTHERS = "";

    /** The queue of visits of a branch, which no telephone system names. */
    public static final String BRANCH = "branch";

    /** As many as there are digits. */
    public static final int MOST_CODES = 9;

    public static final int SHORTEST_SECONDS = 10;
    public static final int LONGEST_SECONDS = 3600;
    /** The time-out code of a queue that has not named its own. */
    public static final WrapUpCode NOT_CHOSEN =
            new WrapUpCode("time-out", new LocalText("Not chosen in time", "Non choisi à temps"), Set.of());

    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_QUEUE = 80;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    public WrapUpRule {
        queue = queue.strip().toLowerCase(Locale.ROOT);
        codes = List.copyOf(codes);
    }

    /** Nothing is asked. */
    public static WrapUpRule none(String queue) {
        return new WrapUpRule(queue, WrapUpMode.NONE, 0, List.of(), NOT_CHOSEN);
    }

    /** The code of a key, null when this queue has none. */
    public @Nullable WrapUpCode code(String key) {
        return codes.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
    }

    /** The code of a key, that of the system included, null when there is none. */
    public @Nullable WrapUpCode codeOrTimeOut(String key) {
        return timeout.key().equals(key) ? timeout : code(key);
    }

    /** The code to propose: that of the weightiest thing that happened, otherwise the first; null when there are none. */
    public @Nullable WrapUpCode proposed(Set<WrapUpHint> happened) {
        for (WrapUpHint hint : WrapUpHint.values()) {
            if (happened.contains(hint)) {
                for (WrapUpCode code : codes) {
                    if (code.fits().contains(hint)) {
                        return code;
                    }
                }
            }
        }
        return codes.isEmpty() ? null : codes.getFirst();
    }

    /** Everything that is wrong with it, by place; empty when it can be kept. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (queue.length() > LONGEST_QUEUE) {
            problems.add(problem("queue", "A queue has at most 80 characters.", "Une file a 80 caractères au plus."));
        }
        if (mode == WrapUpMode.TIMED && (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS)) {
            problems.add(problem("seconds", "Between 10 and 3600 seconds.", "Entre 10 et 3600 secondes."));
        }
        if (mode != WrapUpMode.NONE && codes.isEmpty()) {
            problems.add(problem(
                    "codes", "There must be at least one code to choose from.", "Il faut au moins un code à choisir."));
        }
        if (codes.size() > MOST_CODES) {
            problems.add(problem(
                    "codes",
                    "At most nine codes: each has a digit of its own.",
                    "Neuf codes au plus : chacun a son chiffre."));
        }
        Set<String> keys = new HashSet<>();
        keys.add(timeout.key());
        for (int i = 0; i < codes.size(); i++) {
            check(codes.get(i), "codes[" + i + "]", problems);
            if (!keys.add(codes.get(i).key())) {
                problems.add(problem("codes[" + i + "]", "There are two of this code.", "Ce code existe deux fois."));
            }
        }
        check(timeout, "timeout", problems);
        return problems;
    }

    private static void check(WrapUpCode code, String place, List<Problem> problems) {
        String en = code.label().en();
        String fr = code.label().fr();
        if (en.isBlank() || !KEY.matcher(code.key()).matches()) {
            problems.add(problem(place, "A code needs a name.", "Un code a besoin d’un nom."));
        } else if (en.length() > LONGEST_LABEL || fr.length() > LONGEST_LABEL) {
            problems.add(problem(place, "A name has at most 60 characters.", "Un nom a 60 caractères au plus."));
        } else if (!CardNumbers.redact(en).equals(en) || !CardNumbers.redact(fr).equals(fr)) {
            problems.add(problem(place, "This looks like a card number.", "Cela ressemble à un numéro de carte."));
        }
    }

    private static Problem problem(String place, String en, String fr) {
        return new Problem(place, new LocalText(en, fr));
    }
}
