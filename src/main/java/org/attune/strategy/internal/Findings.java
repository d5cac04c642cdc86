package org.attune.strategy.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.attune.catalog.Engagement;
import org.attune.catalog.Lever;
import org.attune.catalog.Placeholders;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.policy.RuleCompiler;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one document, and knows the questions that several parts ask. */
public final class Findings {
    private final RuleCompiler compiler;
    private final AttributeDictionary dictionary;
    private final List<Problem> problems = new ArrayList<>();

    /** Nothing found yet; rules are checked by the compiler, names of attributes looked up in the dictionary. */
    public Findings(RuleCompiler compiler, AttributeDictionary dictionary) {
        this.compiler = compiler;
        this.dictionary = dictionary;
    }

    /** Everything found, in the order of the document's parts. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The attributes there are. */
    public AttributeDictionary dictionary() {
        return dictionary;
    }

    /** Something is wrong at a place such as {@code actions[payment-pause].minutes}. */
    public void add(String place, String message) {
        problems.add(new Problem(place, message, InFrench.of(message)));
    }

    /** The keys of one list: each well formed and there once. */
    public Keys keys() {
        return new Keys();
    }

    /** The keys seen so far in one list. */
    public final class Keys {
        private final Set<String> seen = new HashSet<>();

        /** Another one, at its place. */
        public void add(@Nullable String key, String place) {
            if (key == null || !key.matches("[a-z0-9][a-z0-9-]{0,62}")) {
                Findings.this.add(place + ".key", "A key has lower-case letters, digits and dashes.");
            } else if (key.equals("none")) {
                Findings.this.add(place + ".key", "'none' is kept for proposing nothing.");
            } else if (!seen.add(key)) {
                Findings.this.add(place + ".key", "'" + key + "' is there twice.");
            }
        }
    }

    /** A number has to lie between two others, both allowed. */
    public void range(String place, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            add(place, number(value) + " must be between " + number(low) + " and " + number(high) + ".");
        }
    }

    /** A text has to be there. */
    public void text(String place, @Nullable LocalText text, String message) {
        if (text == null || text.isBlank()) {
            add(place, message);
        }
    }

    /** Texts that are said name only what there is, and read nothing protected out. */
    public void placeholders(String place, @Nullable LocalText text) {
        if (text == null) {
            return;
        }
        Set<String> names = new LinkedHashSet<>(Placeholders.in(text.en()));
        names.addAll(Placeholders.in(text.fr()));
        for (String name : names) {
            AttributeDefinition attribute = dictionary.find(Placeholders.attribute(name));
            if (name.equals(Placeholders.FIRST_NAME)) {
                continue;
            }
            if (attribute == null) {
                add(place, "There is nothing to put in the place of {" + name + "}: name an attribute, or firstName.");
            } else if (attribute.sensitivity() == Sensitivity.PROTECTED) {
                add(place, "{" + name + "} is protected: it is not read out.");
            }
        }
    }

    /** Something else of the document, or of the product's vocabulary, has to be there under that key. */
    public void known(String place, @Nullable String key, Set<String> known, String kind) {
        if (key == null || !known.contains(key)) {
            add(place, "There is no " + kind + " '" + (key == null ? "" : key) + "'.");
        }
    }

    /** A rule in the rule language; empty is fine. The place gets line and column. */
    public void rule(String place, String source) {
        compiler.check(source).forEach(p -> problems.add(p.at(place + " " + p.place())));
    }

    /** The three tiers of an engagement policy below a place. */
    public void engagement(String place, Engagement engagement) {
        rule(place + ".engagement.eligibility", engagement.eligibility());
        rule(place + ".engagement.applicability", engagement.applicability());
        rule(place + ".engagement.suitability", engagement.suitability());
    }

    /** A lever below a place: its size and its dates. */
    public void lever(String place, Lever lever) {
        range(place + ".lever", lever.percent(), -90, 900);
        period(place + ".lever.until", lever.from(), lever.until());
    }

    /** A last day must not lie before its first. */
    public void period(String place, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            add(place, "The end lies before the start.");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
