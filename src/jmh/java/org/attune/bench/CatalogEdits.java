package org.attune.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An admin of another system who changes the worth of an action and makes it live, over and over. */
final class CatalogEdits {
    private final Api api;
    private final JsonMapper json = JsonMapper.shared();
    private int edits;

    CatalogEdits(Api api) {
        this.api = api;
    }

    /** Reads the catalog, changes it, makes it live; the last reply, or the first that failed. */
    KeepAlive.Answer edit() throws IOException, InterruptedException {
        HttpResponse<String> read = api.call("GET", "/api/v1/catalog", null);
        return read.statusCode() == 200 ? publish(changed(read.body())) : answer(read);
    }

    /** A catalog in which one action is different. */
    String changed(String catalog) {
        ObjectNode document = (ObjectNode) json.readTree(catalog);
        JsonNode actions = document.path("actions");
        ObjectNode action = (ObjectNode) actions.get(edits++ % actions.size());
        action.put("minutes", 1 + edits % 9);
        return json.writeValueAsString(document);
    }

    /** Hands a catalog in and makes it live; the last reply, or the first that failed. */
    KeepAlive.Answer publish(String catalog) throws IOException, InterruptedException {
        HttpResponse<String> draft = api.call("PUT", "/api/v1/catalog", catalog);
        if (draft.statusCode() != 201) {
            return answer(draft);
        }
        String revision = draft.headers().firstValue("Location").orElseThrow();
        return answer(api.call("POST", revision + "/publish", ""));
    }

    private static KeepAlive.Answer answer(HttpResponse<String> response) {
        return new KeepAlive.Answer(response.statusCode(), response.body(), false);
    }
}
