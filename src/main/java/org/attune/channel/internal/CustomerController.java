package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.NotFoundException;
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
    CustomerAnswer get(@PathVariable String ref) {
        CustomerId id = customers.idOf(ref);
        if (id == null) {
            throw new NotFoundException("customer", ref);
        }
        return CustomerAnswer.of(customers.context(id, clock.instant()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "putCustomer",
            summary = "Create or change a customer",
            description =
                    "A part that is left out stays as it was. Everything that is wrong is named, nothing is then stored.")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<CustomerAnswer> put(@PathVariable String ref, @RequestBody CustomerBody body, Principal client) {
        boolean created = customers.put(body.draft(ref), client.getName(), Callers.who(client));
        CustomerAnswer answer = get(ref);
        return created ? ResponseEntity.created(address(ref)).body(answer) : ResponseEntity.ok(answer);
    }

    private static URI address(String ref) {
        return UriComponentsBuilder.fromPath(ApiPaths.V1 + "/customers/{ref}")
                .encode()
                .buildAndExpand(ref)
                .toUri();
    }
}
