package org.attune.telephony;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.kernel.AttuneException;
import org.attune.kernel.InvalidException;
import org.attune.telephony.internal.CallReader;
import org.attune.telephony.internal.CloudCalls;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Where telephone systems tell what happens to calls: CloudEvents, or the events of their own. */
@Service
public class TelephonyInbox {
    /** More events than this at once are refused. */
    public static final int MOST = 500;

    private final Telephony telephony;
    private final Clock clock;
    private final Map<Provider, CallReader> readers = new EnumMap<>(Provider.class);

    TelephonyInbox(Telephony telephony, List<CallReader> readers, Clock clock) {
        this.telephony = telephony;
        this.clock = clock;
        readers.forEach(each -> this.readers.put(each.provider(), each));
    }

    /** Takes one event; an InvalidException names everything that is wrong with it, an unknown agent included. */
    public Receipt one(JsonNode event) {
        Receipt receipt = telephony.take(CloudCalls.read(event, clock.instant()));
        if (receipt.status() == Receipt.Status.REJECTED) {
            throw new InvalidException("data.agent", String.valueOf(receipt.detail()));
        }
        return receipt;
    }

    /** Takes one event and answers for it, whatever is wrong with it. */
    public Receipt any(JsonNode event) {
        try {
            return telephony.take(CloudCalls.read(event, clock.instant()));
        } catch (InvalidException e) {
            return Receipt.rejected(CloudCalls.id(event), words(e));
        } catch (AttuneException e) {
            return Receipt.rejected(CloudCalls.id(event), String.valueOf(e.getMessage()));
        }
    }

    /** Takes several; a bad one spoils nothing but itself. */
    public List<Receipt> batch(JsonNode events) {
        if (events.size() > MOST) {
            throw new InvalidException("body", "May have up to " + MOST + " events; send several batches.");
        }
        List<Receipt> receipts = new ArrayList<>();
        events.forEach(each -> receipts.add(any(each)));
        return receipts;
    }

    /**
     * Takes what a telephone system of a known kind tells, in its own words. One message may tell several things, or nothing that
     * matters here.
     *
     * @param client who passes it on; two systems that use the same names for calls are kept apart by it
     */
    public List<Receipt> told(Provider provider, JsonNode message, String client) {
        CallReader reader = readers.get(provider);
        if (reader == null) {
            throw new IllegalStateException("nobody reads " + provider);
        }
        List<CallEvent> events = reader.read(message, "urn:attune:" + provider.key() + ":" + client, clock.instant());
        return events.isEmpty()
                ? List.of(new Receipt(null, Receipt.Status.ACCEPTED, "It says nothing about an agent's call."))
                : events.stream().map(telephony::take).toList();
    }

    private static String words(InvalidException e) {
        return e.problems().stream().map(p -> p.place() + ": " + p.message()).collect(Collectors.joining(" "));
    }
}
