package org.attune.decision;

import java.util.Map;
import org.attune.kernel.LocalText;

/** An action that did not make it: the stage it reached, the rule that stopped it and the values that were read. */
public record Dropped(
        String action, String issue, String stage, String rule, Map<String, Object> values, LocalText words) {}
