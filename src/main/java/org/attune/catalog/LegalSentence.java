package org.attune.catalog;

import org.attune.kernel.LocalText;

/**
 * A sentence that the law or the company wants said word for word before an action may be accepted, whatever the tone.
 *
 * @param key names it within its action, also in the record of what was read out
 * @param text may have placeholders like a script
 */
public record LegalSentence(String key, LocalText text) {}
