package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.kernel.NotFoundException;
import org.attune.telephony.Provider;
import org.attune.telephony.Receipt;
import org.attune.telephony.TelephonyInbox;
import org.attune.telephony.TwilioSignature;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What telephone systems tell in their own words. */
@RestController
@Tag(name = "Telephony")
class TelephonySystems {
    /** Those that pass on their events in JSON. */
    private static final Set<String> SYSTEMS = Set.of("asterisk", "genesys", "amazon-connect");

    private final TelephonyInbox inbox;
    private final JsonMapper json;
    private final String twilioAuthToken;

    TelephonySystems(
            TelephonyInbox inbox,
            JsonMapper json,
            @Value("${attune.telephony.twilio-auth-token:}") String twilioAuthToken) {
        this.inbox = inbox;
        this.json = json;
        this.twilioAuthToken = twilioAuthToken;
    }

    @PostMapping(
            path = ApiPaths.V1 + "/telephony/{system}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.TELEPHONY_WRITE)
    @Operation(
            operationId = "receiveSystemEvents",
            summary = "Pass on an event of Asterisk, Genesys Cloud or Amazon Connect",
            description =
                    "The event as the system wrote it: an ARI event, a notification about conversations, a contact event of"
                            + " EventBridge. Basic authentication with the token as password is understood too.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(type = "object"))))
    @ApiResponse(
            responseCode = "200",
            description = "A receipt for each thing the event tells",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TelephonyController.CallReceipt.class))))
    List<Receipt> json(
            @Parameter(schema = @Schema(allowableValues = {"asterisk", "genesys", "amazon-connect"})) @PathVariable
                    String system,
            @RequestBody JsonNode event,
            Principal client) {
        if (!SYSTEMS.contains(system)) {
            throw new NotFoundException("telephone system", system);
        }
        return inbox.told(Provider.of(system), event, client.getName());
    }

    @PostMapping(
            path = ApiPaths.V1 + "/telephony/twilio",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.TELEPHONY_WRITE)
    @Operation(
            operationId = "receiveTwilioEvents",
            summary = "Event callbacks of Twilio TaskRouter",
            description =
                    "Set as the workspace's event callback, with the token as password: https://attune:TOKEN@host/api/v1/telephony/twilio."
                            + " Where the account's auth token is known (attune.telephony.twilio-auth-token), X-Twilio-Signature must fit too.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(type = "object"))))
    @ApiResponse(
            responseCode = "200",
            description = "A receipt",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TelephonyController.CallReceipt.class))))
    List<Receipt> twilio(HttpServletRequest request, Principal client) throws IOException {
        Map<String, List<String>> form = form(request);
        if (!twilioAuthToken.isEmpty()) {
            String query = request.getQueryString();
            String address = request.getRequestURL() + (query == null ? "" : "?" + query);
            if (!TwilioSignature.fits(twilioAuthToken, address, form, request.getHeader("X-Twilio-Signature"))) {
                throw new ProblemException(
                        ApiProblem.of(ProblemType.FORBIDDEN, "X-Twilio-Signature is missing or does not fit."));
            }
        }
        return inbox.told(Provider.TWILIO, node(form), client.getName());
    }

    @PostMapping(
            path = ApiPaths.V1 + "/cti",
            consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.APPLICATION_JSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.TELEPHONY_WRITE)
    @Operation(
            operationId = "receiveCtiEvents",
            summary = "Whatever speaks to Zammad's generic CTI",
            description =
                    "newCall, answer and hangup as Zammad documents them, as a form or as JSON. A script that has only an address to"
                            + " set uses /api/v1/cti/TOKEN; that token must have the scope telephony:write and no other.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(type = "object"))))
    @ApiResponse(
            responseCode = "200",
            description = "A receipt for each agent it tells about",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TelephonyController.CallReceipt.class))))
    List<Receipt> zammad(HttpServletRequest request, Principal client) throws IOException {
        String type = request.getContentType();
        boolean isJson = type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
        try {
            JsonNode message = isJson ? json.readTree(request.getInputStream()) : node(form(request));
            return inbox.told(Provider.ZAMMAD, message, client.getName());
        } catch (JacksonException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }

    /** The fields of a form. The body has been read before, so the container cannot give them any more. */
    private static Map<String, List<String>> form(HttpServletRequest request) throws IOException {
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String each : body.split("&")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(each.substring(0, equals)), any -> new ArrayList<>())
                        .add(decoded(each.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a lone percent sign
        }
    }

    private ObjectNode node(Map<String, List<String>> form) {
        ObjectNode node = json.createObjectNode();
        form.forEach((name, values) -> {
            if (values.size() == 1 && !name.endsWith("[]")) {
                node.put(name, values.getFirst());
            } else {
                ArrayNode list = node.putArray(name);
                values.forEach(list::add);
            }
        });
        return node;
    }
}
