package org.attune.studio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.customer.CustomerState;
import org.attune.policy.ContactKind;
import org.attune.policy.Shield;
import org.attune.policy.ShieldSettings;
import org.jspecify.annotations.Nullable;

/** The protections as they are being edited. */
final class ProtectionDraft {
    /** Who says that something is forbidden. */
    enum Source {
        /** The product itself: cannot be changed. */
        ALWAYS,
        /** The country's preset: goes with it. */
        PRESET,
        /** The company. */
        COMPANY
    }

    private final Map<CustomerState, Set<ContactKind>> additions = new EnumMap<>(CustomerState.class);
    private String preset;
    private int coolOffDays;

    ProtectionDraft(ShieldSettings settings) {
        preset = settings.preset();
        coolOffDays = settings.coolOffDays();
        for (ShieldSettings.Addition each : settings.additions()) {
            added(each.state()).addAll(each.forbids());
        }
    }

    String preset() {
        return preset;
    }

    void preset(String key) {
        preset = key;
    }

    int coolOffDays() {
        return coolOffDays;
    }

    void coolOffDays(int days) {
        coolOffDays = days;
    }

    /** Who forbids something in a state, null when it is allowed. */
    @Nullable
    Source source(CustomerState state, ContactKind kind) {
        if (kind.in(Shield.matrix(state))) {
            return Source.ALWAYS;
        }
        if (kind.in(Shield.matrix(state, new ShieldSettings(preset, coolOffDays, List.of())))) {
            return Source.PRESET;
        }
        return added(state).contains(kind) ? Source.COMPANY : null;
    }

    /** Adds a protection of the company, or takes it back. */
    void toggle(CustomerState state, ContactKind kind) {
        if (!added(state).remove(kind)) {
            added(state).add(kind);
        }
    }

    ShieldSettings settings() {
        List<ShieldSettings.Addition> list = new ArrayList<>();
        additions.forEach((state, kinds) -> {
            if (!kinds.isEmpty()) {
                list.add(new ShieldSettings.Addition(state, List.copyOf(kinds)));
            }
        });
        return new ShieldSettings(preset, coolOffDays, list);
    }

    private Set<ContactKind> added(CustomerState state) {
        return additions.computeIfAbsent(state, none -> EnumSet.noneOf(ContactKind.class));
    }
}
