package org.attune.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.attune.customer.CustomerState;
import org.jspecify.annotations.Nullable;

/**
 * What a company may add to the shield; nothing of it can be taken away.
 *
 * @param preset jurisdiction whose protections are added, empty for none, see {@link ShieldPreset}
 * @param coolOffDays days without sales after a difficulty has ended, 30..730
 * @param additions what the company forbids beyond that
 */
public record ShieldSettings(
        String preset,
        int coolOffDays,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Addition> additions) {
    /** No setting makes the cool-off shorter than this, days. */
    public static final int COOL_OFF_MIN = 30;

    /** Ended states are known for so many days. */
    public static final int COOL_OFF_MAX = 730;

    /** Where a company starts, days. */
    public static final int COOL_OFF = 90;

    /** The product's own matrix. */
    public static final ShieldSettings DEFAULT = new ShieldSettings("", COOL_OFF, List.of());

    public ShieldSettings {
        preset = preset == null ? "" : preset;
        additions = additions == null ? List.of() : List.copyOf(additions);
    }

    /**
     * More protection in one state.
     *
     * @param forbids kinds of contact that are forbidden there, too
     */
    public record Addition(CustomerState state, List<ContactKind> forbids) {
        public Addition {
            forbids = forbids == null ? List.of() : List.copyOf(forbids);
        }
    }

    @JsonCreator
    static ShieldSettings read(
            @JsonProperty("preset") @Nullable String preset,
            @JsonProperty("coolOffDays") @Nullable Integer coolOffDays,
            @JsonProperty("additions") @Nullable List<Addition> additions) {
        return new ShieldSettings(
                preset == null ? "" : preset,
                coolOffDays == null ? COOL_OFF : coolOffDays,
                additions == null ? List.of() : additions);
    }

    /** The cool-off that holds, whatever is written. */
    int holdingCoolOff() {
        return Math.max(COOL_OFF_MIN, coolOffDays);
    }
}
