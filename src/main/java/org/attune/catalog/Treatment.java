package org.attune.catalog;

import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;

/** One wording of an action: what the agent can say, in a tone. */
public record Treatment(String key, Tone tone, LocalText script) {}
