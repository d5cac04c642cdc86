package org.attune.customer.internal;

import java.util.List;
import java.util.Map;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.Holding;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * A draft in which everything is right: phones in E.164, values in their types. Null parts stay as they are, null values in
 * maps are to be removed.
 */
record CheckedDraft(
        String ref,
        @Nullable String displayName,
        @Nullable Language language,
        @Nullable List<String> phones,
        Map<String, @Nullable Object> attributes,
        Map<String, @Nullable Object> consents,
        Map<String, @Nullable Object> preferences,
        @Nullable List<Holding> holdings,
        @Nullable List<StateDraft> states) {}
