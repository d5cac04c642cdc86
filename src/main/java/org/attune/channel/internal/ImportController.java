package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Principal;
import java.time.Clock;
import java.util.UUID;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.customer.CustomerImports;
import org.attune.decision.PastAnswers;
import org.attune.kernel.InvalidException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** CSV files in: customers, and answers of the past. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
class ImportController {
    private static final int LONGEST_MAPPING = 256 * 1024;

    private final CustomerImports imports;
    private final PastAnswers pastAnswers;
    private final Clock clock;

    ImportController(CustomerImports imports, PastAnswers pastAnswers, Clock clock) {
        this.imports = imports;
        this.pastAnswers = pastAnswers;
        this.clock = clock;
    }

    /** Starts an import; both services have this shape. */
    @FunctionalInterface
    private interface Starter {
        UUID start(Path file, String name, String mapping, String who);
    }

    /** What the multipart body holds; for the API document only. */
    @Schema(name = "ImportForm", requiredProperties = "file")
    record Form(
            @Schema(
                    type = "string",
                    format = "binary",
                    description = "CSV in UTF-8, separated by ; or , with a header line")
            String file,

            @Schema(description = "JSON that maps columns; without it each column is an attribute of the same name")
            String mapping) {}

    @PostMapping(path = "/customers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @NeedsScope(Scope.IMPORTS_WRITE)
    @Operation(
            operationId = "importCustomers",
            summary = "Import customers from a CSV file",
            description =
                    "Runs in the background; follow the Location. A broken row is listed with row, column and reason and"
                            + " never stops the rest; a second import of the same file changes nothing. mapping: {refColumn,"
                            + " columns{column: attribute}, createAttributes}.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Form.class))))
    @ApiResponse(responseCode = "202", description = "Started")
    ResponseEntity<ImportAnswer> customers(
            @RequestPart("file") MultipartFile file, HttpServletRequest request, Principal client)
            throws IOException, ServletException {
        return start(imports::start, file, request, client);
    }

    @PostMapping(path = "/outcomes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @NeedsScope(Scope.IMPORTS_WRITE)
    @Operation(
            operationId = "importOutcomes",
            summary = "Import answers of the past from a CSV file",
            description =
                    "Columns customer, action, outcome, occurredAt, channel unless mapped otherwise. The models learn from"
                            + " the rows in file order, as if they had lived through them.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Form.class))))
    @ApiResponse(responseCode = "202", description = "Started")
    ResponseEntity<ImportAnswer> outcomes(
            @RequestPart("file") MultipartFile file, HttpServletRequest request, Principal client)
            throws IOException, ServletException {
        return start(pastAnswers::start, file, request, client);
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.IMPORTS_WRITE)
    @Operation(operationId = "getImport", summary = "See how an import stands")
    ImportAnswer get(@PathVariable String id) {
        return ImportAnswer.of(imports.status(PathIds.uuid("import", id)), clock.instant());
    }

    private ResponseEntity<ImportAnswer> start(
            Starter starter, MultipartFile file, HttpServletRequest request, Principal client)
            throws IOException, ServletException {
        if (file.isEmpty()) {
            throw new InvalidException("file", "The file is empty.");
        }
        String mapping = mapping(request.getPart("mapping"));
        String name = file.getOriginalFilename();
        Path copy = Files.createTempFile("attune-import-", ".csv");
        UUID id;
        try (InputStream content = file.getInputStream()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            id = starter.start(copy, name == null ? "" : name, mapping, Callers.who(client));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy); // once started, the import itself deletes it
            throw e;
        }
        return ResponseEntity.accepted()
                .location(URI.create(ApiPaths.V1 + "/imports/" + id))
                .body(get(id.toString()));
    }

    /** The mapping may come as a file or as a text field. */
    private static String mapping(@Nullable Part part) throws IOException {
        if (part == null) {
            return "";
        }
        if (part.getSize() > LONGEST_MAPPING) {
            throw new InvalidException("mapping", "Is larger than 256 KB.");
        }
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
