package org.attune.desk;

import java.util.HashMap;
import java.util.Map;
import org.attune.platform.Outage;
import org.jspecify.annotations.Nullable;

/** Where the agent stands in a conversation: kept with it, so that a refresh, a restart and a transfer come back to the same step. */
final class Memory {
    /** The chosen card. */
    static final String CARD = "card";
    /** The tone the agent chose. */
    static final String TONE = "tone";
    /** The language the agent chose for what is said. */
    static final String LANGUAGE = "language";
    /** The answer whose reason is being asked. */
    static final String ASKING = "asking";
    /** The action whose guide is open. */
    static final String GUIDE = "guide";
    /** The way through the guide of an action. */
    static final String WAY = "guide:";
    /** What was ticked as read out for an action. */
    static final String READ = "read:";

    private final Conversation conversation;
    private final Map<String, String> known;

    Memory(Conversation conversation) {
        this.conversation = conversation;
        known = new HashMap<>();
        Outage.quietly(() -> known.putAll(conversation.step()));
    }

    /** What is remembered, null when nothing. */
    @Nullable
    String get(String key) {
        return known.get(key);
    }

    /** Remembers; null forgets. */
    void put(String key, @Nullable String value) {
        if (value == null) {
            known.remove(key);
        } else {
            known.put(key, value);
        }
        conversation.remember(key, value);
    }
}
