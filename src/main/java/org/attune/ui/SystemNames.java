package org.attune.ui;

import java.util.Locale;
import java.util.Set;

/** What people call other systems and the queues of the telephone system; one without such a name is called as it calls itself. */
public final class SystemNames {
    private static final Set<String> SOURCES = Set.of(
            "crm",
            "billing",
            "network",
            "web",
            "derived",
            "demo",
            "import",
            "chat",
            "payments",
            "system",
            "email",
            "sms",
            "call-center",
            "branch",
            "mobile",
            "api",
            "environment",
            "cases",
            "app",
            "ivr",
            "care",
            "studio");

    private static final Set<String> QUEUES =
            Set.of("billing", "support", "retention", "sales", "collections", "complaints", "technical", "branch");

    private SystemNames() {}

    /** Where a fact comes from: {@code billing}, in French {@code facturation}. */
    public static String source(String source) {
        return SOURCES.contains(source) ? Texts.of("ui.source." + source) : source;
    }

    /**
     * A queue.
     *
     * @param queue as the telephone system names it, in upper or lower case; may be empty
     */
    public static String queue(String queue) {
        String key = queue.strip().toLowerCase(Locale.ROOT);
        return QUEUES.contains(key) ? Texts.of("ui.queue." + key) : queue;
    }
}
