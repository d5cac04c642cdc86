package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.kernel.Language;
import org.attune.telephony.Routing;
import org.attune.telephony.RoutingAdvice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Advice for the telephone system. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/routing-advice", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Routing")
class RoutingController {
    private final Routing routing;

    RoutingController(Routing routing) {
        this.routing = routing;
    }

    /** Who should take a call. */
    @Schema(name = "RoutingAdvice")
    record Answer(
            @Schema(
                    types = {"string", "null"},
                    description = "Reference of the caller; null when nobody or more than one may be calling")
            @Nullable
            String customer,

            @Schema(description = "50 for an ordinary call up to 100; difficulty never lowers it")
            int priority,

            @Schema(description = "What the agent should be able to do, most needed first", example = "[\"care\"]")
            List<String> skills,

            @Schema(description = "Why, in plain words that name no sensitive state")
            List<String> reasons) {}

    @GetMapping
    @NeedsScope(Scope.ROUTING_READ)
    @Operation(
            operationId = "getRoutingAdvice",
            summary = "Ask who should take a call and how urgent it is",
            description =
                    "By the caller's number or the customer's reference, one of the two. A number nobody has, and a withheld one,"
                            + " is an ordinary call; a number that several share is as urgent as the most urgent of them.")
    Answer get(
            @Parameter(description = "The number that calls, in any usual writing", example = "+33612345678")
                    @RequestParam(required = false)
                    @Nullable
                    String caller,
            @Parameter(description = "Reference of a customer who is known already")
                    @RequestParam(required = false)
                    @Nullable
                    String customer,
            @Parameter(description = "Language of the reasons", schema = @Schema(implementation = Language.class))
                    @RequestParam(required = false)
                    @Nullable
                    String language) {
        new Checks()
                .require((caller == null) != (customer == null), "caller", "Give either caller or customer.")
                .atMost(100, caller, "caller")
                .atMost(200, customer, "customer")
                .done();
        Language words = language == null ? Language.EN : Language.of(language);
        RoutingAdvice advice = caller == null ? routing.customer(Checks.given(customer)) : routing.caller(caller);
        return new Answer(
                advice.customer(),
                advice.priority(),
                advice.skills(),
                advice.reasons().stream().map(each -> each.in(words)).toList());
    }
}
