package org.attune.channel.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request body that refuses fields it does not know, so that a typing error is not taken for an absent value. */
interface Strict {
    /** The fields that were sent and are not known. */
    @Nullable
    Map<String, Object> unknown();
}
