package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.channel.webhook.Webhook;
import org.attune.channel.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Systems that want to hear of facts. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhooks")
class WebhookController {
    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "listWebhooks", summary = "Read all webhooks")
    List<WebhookAnswer> list() {
        return webhooks.list().stream().map(WebhookAnswer::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "createWebhook",
            summary = "Be told of facts",
            description =
                    "Each fact is posted as a CloudEvent, signed after Standard Webhooks with the secret in this reply, which"
                            + " is not to be had again. Anything but 2xx is tried again for three days, less and less often; 410"
                            + " switches the webhook off. The same event may come twice: webhook-id tells.")
    @ApiResponse(responseCode = "201", description = "Made")
    ResponseEntity<WebhookAnswer> create(@RequestBody WebhookBody body, Principal client) {
        Webhook.Issued issued = webhooks.create(body.draft(null), Callers.who(client));
        Webhook made = issued.webhook();
        return ResponseEntity.created(URI.create(ApiPaths.V1 + "/webhooks/" + made.id()))
                .eTag(Precondition.tag(made.version()))
                .body(WebhookAnswer.of(made, issued.secret()));
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "getWebhook", summary = "Read one webhook")
    ResponseEntity<WebhookAnswer> get(@PathVariable String id) {
        return answer(find(id));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "putWebhook", summary = "Change a webhook")
    ResponseEntity<WebhookAnswer> put(
            @PathVariable String id, @RequestBody WebhookBody body, Principal client, HttpServletRequest request) {
        Webhook present = find(id);
        Precondition.check(request, "webhook", Precondition.tag(present.version()));
        return answer(webhooks.change(present, body.draft(present.draft()), Callers.who(client)));
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteWebhook", summary = "End a webhook, with all that waits for it")
    @ApiResponse(responseCode = "204", description = "Gone")
    void delete(@PathVariable String id, Principal client) {
        webhooks.delete(PathIds.uuid("webhook", id), Callers.who(client));
    }

    @PostMapping("/{id}/secret")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Get a new secret",
            description = "For a day deliveries carry the signatures of the old and the new one.")
    WebhookAnswer rotate(@PathVariable String id, Principal client) {
        Webhook.Issued issued = webhooks.rotate(PathIds.uuid("webhook", id), Callers.who(client));
        return WebhookAnswer.of(issued.webhook(), issued.secret());
    }

    @PostMapping("/{id}/test")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "testWebhook",
            summary = "Have an event of type " + Webhooks.TEST + " sent",
            description = "How it went is among the deliveries.")
    @ApiResponse(responseCode = "202", description = "On its way")
    WebhookAnswer.SentAnswer tryOut(@PathVariable String id, Principal client) {
        return new WebhookAnswer.SentAnswer(webhooks.tryOut(PathIds.uuid("webhook", id), Callers.who(client)));
    }

    @GetMapping("/{id}/deliveries")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "listDeliveries",
            summary = "See how telling goes",
            description = "Newest first. What was delivered is kept for seven days, the rest for thirty.")
    List<WebhookAnswer.DeliveryAnswer> deliveries(
            @PathVariable String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"waiting", "delivered", "dead"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(defaultValue = "100") int limit) {
        return webhooks.deliveries(PathIds.uuid("webhook", id), state, limit).stream()
                .map(WebhookAnswer.DeliveryAnswer::of)
                .toList();
    }

    @PostMapping("/{id}/deliveries/{event}/resend")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "resendDelivery", summary = "Deliver something once more")
    @ApiResponse(responseCode = "202", description = "On its way")
    WebhookAnswer.SentAnswer resend(@PathVariable String id, @PathVariable String event, Principal client) {
        UUID delivery = PathIds.uuid("delivery", event);
        webhooks.resend(PathIds.uuid("webhook", id), delivery, Callers.who(client));
        return new WebhookAnswer.SentAnswer(delivery);
    }

    private Webhook find(String id) {
        return webhooks.find(PathIds.uuid("webhook", id));
    }

    private static ResponseEntity<WebhookAnswer> answer(Webhook webhook) {
        return ResponseEntity.ok().eTag(Precondition.tag(webhook.version())).body(WebhookAnswer.of(webhook));
    }
}
