package org.attune.care;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.kernel.Keyed;

/** What the trail keeps of a case, an arrangement or a budget: keys and figures, as JSON; nothing personal. */
final class TrailNote {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private TrailNote() {}

    static TrailNote of(CaseKind kind) {
        return new TrailNote().word("case", kind);
    }

    /** Payments, cents and how often. */
    static TrailNote of(Arrangement about) {
        return new TrailNote()
                .number("payments", about.payments().size())
                .number("instalment", about.instalment())
                .word("frequency", about.frequency());
    }

    static TrailNote ofVersion(int version) {
        return new TrailNote().number("version", version);
    }

    /** Where an arrangement stands. */
    TrailNote standing(Arrangement.State state) {
        return word("stands", state);
    }

    TrailNote since(LocalDate day) {
        fields.put("since", "\"" + day + "\"");
        return this;
    }

    private TrailNote word(String field, Keyed key) {
        fields.put(field, "\"" + key.key() + "\"");
        return this;
    }

    private TrailNote number(String field, long number) {
        fields.put(field, Long.toString(number));
        return this;
    }

    /** As JSON. */
    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
