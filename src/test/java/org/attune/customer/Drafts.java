package org.attune.customer;

import java.util.List;
import java.util.Map;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;

/** Short ways to tell something about invented customers. */
final class Drafts {
    private Drafts() {}

    static CustomerDraft named(String ref, String name, String... phones) {
        return new CustomerDraft(ref, name, Language.FR, List.of(phones), null, null, null, null, null);
    }

    static CustomerDraft with(String ref, Map<String, Object> attributes) {
        return new CustomerDraft(ref, null, null, null, attributes, null, null, null, null);
    }

    static CustomerDraft in(String ref, CustomerState... states) {
        List<CustomerDraft.StateDraft> told = java.util.Arrays.stream(states)
                .map(each -> new CustomerDraft.StateDraft(each, null, null, null))
                .toList();
        return new CustomerDraft(ref, null, null, null, null, null, null, null, told);
    }

    static AttributeDefinition attribute(String key, AttributeType type) {
        return new AttributeDefinition(
                key, type, new LocalText(key, key), Sensitivity.ORDINARY, true, "test", "recent", "none", true);
    }
}
