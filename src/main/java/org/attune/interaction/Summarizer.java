package org.attune.interaction;

import org.attune.kernel.LocalText;

/**
 * Says in a few plain sentences what happened in a conversation. Implemented where the catalog and care are known, and asked here
 * because a wrap-up may end while nobody looks.
 */
public interface Summarizer {
    /** The summary in both languages; the same events give the same words. Empty when nobody knows who was calling. */
    LocalText summary(Interaction conversation);
}
