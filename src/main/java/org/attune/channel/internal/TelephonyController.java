package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.kernel.InvalidException;
import org.attune.telephony.Receipt;
import org.attune.telephony.TelephonyInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What happens to calls, as CloudEvents; the same events go over the WebSocket /ws/telephony. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/telephony/events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Telephony")
class TelephonyController {
    private final TelephonyInbox inbox;

    TelephonyController(TelephonyInbox inbox) {
        this.inbox = inbox;
    }

    /** For the document: the events are read as they come. */
    @Schema(
            name = "CallEvent",
            requiredProperties = {"specversion", "id", "source", "type", "subject"})
    record Event(
            @Schema(allowableValues = "1.0") String specversion,

            @Schema(description = "With source it names the event; a second one of the same name counts as a duplicate")
            String id,

            @Schema(description = "The telephone system") String source,

            @Schema(
                    allowableValues = {
                        "attune.call.ringing",
                        "attune.call.answered",
                        "attune.call.held",
                        "attune.call.released",
                        "attune.call.transferred",
                        "attune.call.ended",
                        "attune.call.wrapup"
                    },
                    description = "answered also takes a call off hold; released: it no longer rings at this agent")
            String type,

            @Schema(description = "The call's id in the telephone system")
            String subject,

            @Schema(type = "string", format = "date-time", description = "When it happened; now when absent") @Nullable
            String time,

            @Schema(description = "What is known of the call") @Nullable
            Data data) {
        /** What an event tells of its call. */
        @Schema(name = "CallData")
        record Data(
                @Schema(
                        description =
                                "User name of the agent concerned, their name, or a name of the telephone system that is mapped; of"
                                        + " a transfer, who gets the call")
                @Nullable
                String agent,

                @Schema(allowableValues = {"inbound", "outbound"}) @Nullable
                String direction,

                @Schema(description = "Number that calls, in any usual writing") @Nullable
                String from,

                @Schema(description = "Number that is called") @Nullable
                String to,

                @Nullable String queue,

                @Schema(description = "Reason of call, such as billing") @Nullable
                String reason,

                @Schema(description = "Reference of the customer, where it is known already") @Nullable
                String customer,

                @Schema(description = "What a bot hands over: transcript, tried") @Nullable
                Attributes attributes) {}

        /** What a bot hands over. */
        @Schema(name = "CallAttributes")
        record Attributes(
                @Schema(description = "What was said, in order") @Nullable
                List<Said> transcript,

                @Schema(description = "What was proposed or done already") @Nullable
                List<Tried> tried) {}

        /** One line of a transcript. */
        @Schema(name = "TranscriptLine")
        record Said(String who, String text) {}

        /** Something that was tried. */
        @Schema(name = "TriedAction")
        record Tried(
                @Schema(description = "Key of an action, or words for something else")
                String action,

                @Schema(
                        description =
                                "accepted, done, solved, declined, failed or not-solved: it is not proposed again; anything else: it"
                                        + " is marked",
                        example = "declined")
                @Nullable
                String outcome,

                @Nullable String note) {}
    }

    @PostMapping(consumes = {EventController.SINGLE, EventController.BATCH, MediaType.APPLICATION_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @NeedsScope(Scope.TELEPHONY_WRITE)
    @Operation(
            operationId = "receiveCallEvents",
            summary = "Tell what happens to calls",
            description =
                    "CloudEvents 1.0 in structured mode, one event or a batch. The same (source, id) counts once, on all nodes and"
                            + " across restarts. Events may come late and in any order; an ended call stays ended. A single event that"
                            + " is wrong is refused; in a batch each event has its own receipt and the good ones count.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = EventController.SINGLE,
                                        schema = @Schema(implementation = Event.class)),
                                @Content(
                                        mediaType = EventController.BATCH,
                                        array = @ArraySchema(schema = @Schema(implementation = Event.class)))
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "A receipt; for a batch a list of receipts in the order of the events",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(anyOf = {CallReceipt.class, CallReceipt[].class})))
    Object receive(@RequestBody JsonNode body) {
        if (body.isArray()) {
            return inbox.batch(body);
        }
        if (!body.isObject()) {
            throw new InvalidException("body", "Must be an event or a list of events.");
        }
        return inbox.one(body);
    }

    /** {@link Receipt} for the document. */
    @Schema(name = "CallReceipt")
    record CallReceipt(
            @Schema(types = {"string", "null"}) @Nullable String id,

            @Schema(allowableValues = {"accepted", "duplicate", "rejected"})
            String status,

            @Nullable String detail) {}
}
