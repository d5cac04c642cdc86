package org.attune.demo.internal;

import java.util.EnumMap;
import java.util.Map;

/** What an invented customer is mostly about at the moment; their facts and signals tell it together. */
enum Story {
    ORDINARY(28),
    LEAVING(12),
    BAD_NETWORK(10),
    FORGOT_A_BILL(8),
    TRAVELLER(9),
    MOVER(6),
    HEAVY_USER(9),
    SAVER(8),
    NEWCOMER(4),
    LOYAL(6);

    private final double share;

    Story(double share) {
        this.share = share;
    }

    /** How common each story is. */
    static Map<Story, Double> shares() {
        Map<Story, Double> shares = new EnumMap<>(Story.class);
        for (Story each : values()) {
            shares.put(each, each.share);
        }
        return shares;
    }
}
