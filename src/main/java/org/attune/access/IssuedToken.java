package org.attune.access;

/** A client with the token it just got. The token is shown to the administrator once and kept by nobody. */
public record IssuedToken(ApiClient client, String token) {
    @Override
    public String toString() {
        return client.name() + " with a token";
    }
}
