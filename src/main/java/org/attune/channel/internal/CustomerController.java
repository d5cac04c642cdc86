package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.OptionalLong;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.customer.CustomerDraft;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** One customer, by the reference the company uses. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/customers/{ref}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class CustomerController {
    private final Customers customers;
    private final Clock clock;

    CustomerController(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping
    @NeedsScope(Scope.CUSTOMERS_READ)
    @Operation(
            operationId = "getCustomer",
            summary = "Read a customer",
            description = "What was told about the customer, what Attune derived, and source and age of every fact.")
    CustomerAnswer get(@PathVariable String ref, HttpServletResponse response) {
        // Read before the rest: if somebody changes the customer in between, the tag is too old rather than too new. It
        // is no
        // tag of the reply's bytes, which also grow older, so it is set by hand and never answers 304.
        response.setHeader(
                HttpHeaders.ETAG, Precondition.tag(customers.version(ref).orElse(0)));
        return read(ref);
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "putCustomer",
            summary = "Create or change a customer",
            description =
                    "A part that is left out stays as it was. Everything that is wrong is named, nothing is then stored. With"
                            + " If-Match the customer is only changed if nobody else did since it was read; with"
                            + " If-None-Match: * it is only created.")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<CustomerAnswer> put(
            @PathVariable String ref, @RequestBody CustomerBody body, Principal client, HttpServletRequest request) {
        CustomerDraft draft = body.draft(ref);
        OptionalLong version = customers.version(ref);
        boolean conditional = Precondition.check(
                request, "customer", version.isPresent() ? Precondition.tag(version.getAsLong()) : null);
        boolean created = conditional
                ? customers.put(draft, version.orElse(Customers.NEW), client.getName(), Callers.who(client))
                : customers.put(draft, client.getName(), Callers.who(client));
        String tag = Precondition.tag(customers.version(ref).orElse(0));
        CustomerAnswer answer = read(ref);
        return created
                ? ResponseEntity.created(address(ref)).eTag(tag).body(answer)
                : ResponseEntity.ok().eTag(tag).body(answer);
    }

    private CustomerAnswer read(String ref) {
        CustomerId id = customers.idOf(ref);
        if (id == null) {
            throw new NotFoundException("customer", ref);
        }
        return CustomerAnswer.of(customers.context(id, clock.instant()));
    }

    private static URI address(String ref) {
        return UriComponentsBuilder.fromPath(ApiPaths.V1 + "/customers/{ref}")
                .encode()
                .buildAndExpand(ref)
                .toUri();
    }
}
