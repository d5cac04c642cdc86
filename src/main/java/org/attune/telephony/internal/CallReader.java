package org.attune.telephony.internal;

import java.time.Instant;
import java.util.List;
import org.attune.telephony.CallEvent;
import org.attune.telephony.Provider;
import tools.jackson.databind.JsonNode;

/** Reads the messages of one kind of telephone system. */
public interface CallReader {
    /** Whose. */
    Provider provider();

    /**
     * What a message tells; empty when it tells nothing that matters here.
     *
     * @param source who tells, see {@link CallEvent#source()}
     * @param now for messages that do not say when
     */
    List<CallEvent> read(JsonNode message, String source, Instant now);
}
