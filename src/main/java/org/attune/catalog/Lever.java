package org.attune.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody adds to priority by hand. In a document, a number alone is a lever without owner, reason and dates.
 *
 * @param percent added to priority, -90..900
 * @param owner who answers for it, empty when nobody was named
 * @param reason why it is there, empty when none was given
 * @param from first day, null for since ever
 * @param until last day, null for open
 */
public record Lever(
        int percent,
        String owner,
        String reason,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Adds nothing. */
    public static final Lever NONE = new Lever(0, "", "", null, null);

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Lever(
            @JsonProperty("percent") int percent,
            @JsonProperty("owner") @Nullable String owner,
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("from") @Nullable LocalDate from,
            @JsonProperty("until") @Nullable LocalDate until) {
        this.percent = percent;
        this.owner = owner == null ? "" : owner.strip();
        this.reason = reason == null ? "" : reason.strip();
        this.from = from;
        this.until = until;
    }

    /** A lever without owner, reason and dates. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Lever of(int percent) {
        return percent == 0 ? NONE : new Lever(percent, "", "", null, null);
    }

    /** What it adds on a day, percent: 0 outside its dates. */
    public int on(LocalDate day) {
        boolean begun = from == null || !day.isBefore(from);
        boolean ended = until != null && day.isAfter(until);
        return begun && !ended ? percent : 0;
    }

    @JsonValue
    Object document() {
        if (owner.isEmpty() && reason.isEmpty() && from == null && until == null) {
            return percent;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("percent", percent);
        if (!owner.isEmpty()) {
            map.put("owner", owner);
        }
        if (!reason.isEmpty()) {
            map.put("reason", reason);
        }
        if (from != null) {
            map.put("from", from.toString());
        }
        if (until != null) {
            map.put("until", until.toString());
        }
        return map;
    }
}
