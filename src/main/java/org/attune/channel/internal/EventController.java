package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.customer.Customers;
import org.attune.kernel.AttuneException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signals about customers, as CloudEvents. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Events")
class EventController {
    static final String SINGLE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Customers customers;
    private final JsonMapper json;
    private final Clock clock;

    EventController(Customers customers, JsonMapper json, Clock clock) {
        this.customers = customers;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(consumes = {SINGLE, BATCH, MediaType.APPLICATION_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @NeedsScope(Scope.EVENTS_WRITE)
    @Operation(
            operationId = "receiveEvents",
            summary = "Tell signals about customers",
            description =
                    "CloudEvents 1.0 in structured mode, one event or a batch. The same (source, id) counts once. A single"
                            + " event that is wrong is refused; in a batch each event has its own receipt and the good ones count.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = SINGLE, schema = @Schema(implementation = SignalEvent.class)),
                                @Content(
                                        mediaType = BATCH,
                                        array = @ArraySchema(schema = @Schema(implementation = SignalEvent.class)))
                            }))
    @ApiResponse(responseCode = "202", description = "One receipt per event, in the order they were sent")
    List<SignalEvent.Receipt> receive(@RequestBody JsonNode body) {
        if (!body.isArray()) {
            if (!body.isObject()) {
                throw new InvalidException("body", "Must be an event or a list of events.");
            }
            SignalEvent event = SignalEvent.of(body);
            event.check().done();
            return List.of(store(event));
        }
        List<SignalEvent.Receipt> receipts = new ArrayList<>();
        body.forEach(each -> receipts.add(inBatch(SignalEvent.of(each))));
        return receipts;
    }

    /** In a batch a bad event spoils nothing but itself; what is not the event's fault still ends the request. */
    private SignalEvent.Receipt inBatch(SignalEvent event) {
        List<Problem> problems = event.check().problems();
        if (!problems.isEmpty()) {
            String detail =
                    problems.stream().map(p -> p.place() + ": " + p.message()).collect(Collectors.joining(" "));
            return new SignalEvent.Receipt(event.id(), "rejected", detail);
        }
        try {
            return store(event);
        } catch (AttuneException e) {
            return new SignalEvent.Receipt(event.id(), "rejected", e.getMessage());
        }
    }

    private SignalEvent.Receipt store(SignalEvent event) {
        JsonNode data = event.data();
        boolean taken = customers.receive(
                Checks.given(event.subject()),
                event.signal(),
                Checks.given(event.source()),
                Checks.given(event.id()),
                event.at(clock.instant()),
                data == null || data.isNull() ? Map.of() : json.convertValue(data, OBJECT));
        return new SignalEvent.Receipt(event.id(), taken ? "accepted" : "duplicate", null);
    }
}
