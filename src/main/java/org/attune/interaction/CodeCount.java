package org.attune.interaction;

import org.attune.kernel.LocalText;

/**
 * How often conversations of a queue came to a code.
 *
 * @param queue in lower case, empty when it has no name
 * @param code key of the code
 * @param label its latest name
 */
public record CodeCount(String queue, String code, LocalText label, long count) {}
