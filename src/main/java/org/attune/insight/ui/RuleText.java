package org.attune.insight.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.insight.internal.Explained;

/** A rule as written, with what it read beside each name. */
final class RuleText {
    private static final Pattern NAME = Pattern.compile("'[^']*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern ENTRY = Pattern.compile("[a-z_0-9]+\\[('[^']*')\\]");
    private static final int LONGEST = 60;

    private RuleText() {}

    /**
     * A part of a rule.
     *
     * @param value what was read for the name in {@code text}; empty for everything else
     */
    record Part(String text, String value) {}

    /** Splits a rule; together the texts are the rule. */
    static List<Part> parts(String rule, List<Explained.Read> read) {
        Map<String, String> values = new HashMap<>();
        for (Explained.Read each : read) {
            Matcher entry = ENTRY.matcher(each.key());
            // signals['outage'] stands beside 'outage', however the rule writes it
            values.put(entry.matches() ? entry.group(1) : each.key(), each.value());
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        Matcher names = NAME.matcher(rule);
        while (names.find()) {
            String value = values.get(names.group());
            if (value != null) {
                if (names.start() > from) {
                    parts.add(new Part(rule.substring(from, names.start()), ""));
                }
                parts.add(new Part(names.group(), value.isEmpty() ? "–" : shortened(value)));
                from = names.end();
            }
        }
        if (from < rule.length()) {
            parts.add(new Part(rule.substring(from), ""));
        }
        return parts;
    }

    private static String shortened(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value;
    }
}
