package org.attune.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How long it takes from handing in a catalog in which one action is new until a decision over HTTP is made with it. */
final class EditLive {
    private static final int WARM_UP = 3;
    private static final int EDITS = 15;

    private final Api api;

    EditLive(Api api) {
        this.api = api;
    }

    /** Measures with the live catalog; prints a line. */
    Map<String, Object> measure() throws Exception {
        CatalogEdits edits = new CatalogEdits(api);
        Times live = new Times();
        String catalog = api.call("GET", "/api/v1/catalog", null).body();
        double first = 0;
        try (KeepAlive connection = api.connection()) {
            long known = revision(connection);
            for (int i = -WARM_UP; i < EDITS; i++) {
                catalog = edits.changed(catalog);
                long started = System.nanoTime();
                KeepAlive.Answer published = edits.publish(catalog);
                if (published.status() != 200) {
                    throw new IllegalStateException(published.toString());
                }
                long now = revision(connection);
                long took = System.nanoTime() - started;
                if (now <= known) {
                    throw new IllegalStateException("The decision after an edit still used revision " + now);
                }
                known = now;
                first = i == -WARM_UP ? took / 1e6 : first;
                if (i >= 0) {
                    live.add(took);
                }
            }
        }
        System.out.printf(
                "  %,d KB handed in, published, decided with: first %,.0f ms, then p50 %,.0f ms, longest %,.0f ms%n",
                catalog.length() / 1024, first, live.millis(0.5), live.millis(1));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("catalogBytes", catalog.length());
        figures.put("firstMillis", first);
        figures.put("p50Millis", live.millis(0.5));
        figures.put("maxMillis", live.millis(1));
        return figures;
    }

    private static long revision(KeepAlive connection) throws Exception {
        KeepAlive.Answer answer =
                connection.post("/api/v1/decisions", "{\"customer\":\"B-1\",\"channel\":\"call-center\"}");
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("strategyRevision")
                .asLong();
    }
}
