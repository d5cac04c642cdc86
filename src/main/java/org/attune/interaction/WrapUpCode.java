package org.attune.interaction;

import java.util.Set;
import org.attune.kernel.LocalText;

/**
 * What became of a conversation, in the company's own list.
 *
 * @param key unique in its queue: lower-case letters, digits and dashes, at most 60
 * @param fits what must have happened for it to be proposed; empty when it is only chosen by hand
 */
public record WrapUpCode(String key, LocalText label, Set<WrapUpHint> fits) {
    public WrapUpCode {
        fits = Set.copyOf(fits);
    }
}
