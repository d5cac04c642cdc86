package org.attune.channel.internal;

/** Where the API lives. */
final class ApiPaths {
    /** Start of every address of this version. */
    static final String V1 = "/api/v1";

    private ApiPaths() {}

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
