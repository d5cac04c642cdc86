package org.attune.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An admin of another system who changes the worth of an action and makes it live, over and over. */
final class CatalogEdits {
    private final SoakServer server;
    private final JsonMapper json = JsonMapper.shared();
    private int edits;

    CatalogEdits(SoakServer server) {
        this.server = server;
    }

    /** Reads the catalog, changes it, makes it live; the last reply, or the first that failed. */
    KeepAlive.Answer edit() throws IOException, InterruptedException {
        HttpResponse<String> read = server.call("GET", "/api/v1/catalog", null);
        if (read.statusCode() != 200) {
            return answer(read);
        }
        ObjectNode document = (ObjectNode) json.readTree(read.body());
        JsonNode actions = document.path("actions");
        ObjectNode action = (ObjectNode) actions.get(edits++ % actions.size());
        action.put("minutes", 1 + edits % 9);
        HttpResponse<String> draft = server.call("PUT", "/api/v1/catalog", json.writeValueAsString(document));
        if (draft.statusCode() != 201) {
            return answer(draft);
        }
        String revision = draft.headers().firstValue("Location").orElseThrow();
        return answer(server.call("POST", revision + "/publish", ""));
    }

    private static KeepAlive.Answer answer(HttpResponse<String> response) {
        return new KeepAlive.Answer(response.statusCode(), response.body());
    }
}
