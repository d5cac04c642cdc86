package org.attune.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.attune.access.ApiClient;
import org.attune.access.RateLimit;
import org.attune.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the API clients. */
@Repository
public class ClientStore {
    private static final String SELECT = "select * from access_api_client ";

    private final JdbcTemplate jdbc;

    ClientStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A token that is good. */
    interface TokenReader {
        void token(byte[] hash, @Nullable Instant until, ApiClient client);
    }

    /** Inserts a client with all scopes, or brings a known one up to that; false when all is as wanted. */
    public boolean register(UUID id, String name, byte[] hash, String who, Instant now) {
        RateLimit wide = RateLimit.WIDE;
        return jdbc.update(
                        """
                insert into access_api_client as c
                    (id, name, token_hash, enabled, scopes, requests_per_second, burst, created_by, created_at)
                values (?, ?, ?, true, ?, ?, ?, ?, ?)
                on conflict (name) do update set token_hash = excluded.token_hash, scopes = excluded.scopes, enabled = true,
                    version = c.version + 1
                where c.token_hash <> excluded.token_hash or not c.enabled or c.scopes <> excluded.scopes""",
                        id,
                        name,
                        hash,
                        keys(EnumSet.allOf(Scope.class)),
                        wide.perSecond(),
                        wide.burst(),
                        who,
                        Timestamp.from(now))
                > 0;
    }

    /** False when the name is taken. */
    public boolean insert(
            UUID id, String name, byte[] hash, Set<Scope> scopes, RateLimit limit, String who, Instant now) {
        return jdbc.update(
                        """
                insert into access_api_client
                    (id, name, token_hash, enabled, scopes, requests_per_second, burst, created_by, created_at)
                values (?, ?, ?, true, ?, ?, ?, ?, ?) on conflict (name) do nothing""", id, name, hash, keys(scopes), limit.perSecond(), limit.burst(), who, Timestamp.from(now))
                > 0;
    }

    /** False when the version is not the present one. */
    public boolean change(UUID id, int version, Set<Scope> scopes, RateLimit limit) {
        return jdbc.update("""
                update access_api_client set scopes = ?, requests_per_second = ?, burst = ?, version = version + 1
                where id = ? and version = ?""", keys(scopes), limit.perSecond(), limit.burst(), id, version) > 0;
    }

    /** The present hash becomes the previous one, if that is to stay good for a while. */
    public void rotate(UUID id, byte[] hash, @Nullable Instant until) {
        Timestamp end = until == null ? null : Timestamp.from(until);
        jdbc.update("""
                update access_api_client set token_hash = ?, version = version + 1, previous_until = ?::timestamptz,
                    previous_hash = case when ?::timestamptz is null then null else token_hash end
                where id = ?""", hash, end, end, id);
    }

    public void setEnabled(UUID id, boolean enabled) {
        jdbc.update("update access_api_client set enabled = ?, version = version + 1 where id = ?", enabled, id);
    }

    public Optional<ApiClient> find(UUID id) {
        return jdbc.query(SELECT + "where id = ?", ClientStore::client, id).stream()
                .findFirst();
    }

    public List<ApiClient> list() {
        return jdbc.query(SELECT + "order by name", ClientStore::client);
    }

    void eachToken(TokenReader reader) {
        jdbc.query(SELECT + "where enabled", row -> {
            ApiClient client = client(row, 0);
            reader.token(row.getBytes("token_hash"), null, client);
            byte[] previous = row.getBytes("previous_hash");
            if (previous != null) {
                reader.token(previous, client.previousUntil(), client);
            }
        });
    }

    void used(Map<UUID, Instant> latest) {
        jdbc.batchUpdate(
                "update access_api_client set last_used_at = ? where id = ?",
                latest.entrySet().stream()
                        .map(each -> new Object[] {Timestamp.from(each.getValue()), each.getKey()})
                        .toList());
    }

    private static String[] keys(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::key).toArray(String[]::new);
    }

    private static ApiClient client(ResultSet row, int number) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        // A scope that this version no longer knows grants nothing.
        for (String key : (String[]) row.getArray("scopes").getArray()) {
            Arrays.stream(Scope.values()).filter(each -> each.key().equals(key)).forEach(scopes::add);
        }
        return new ApiClient(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes,
                new RateLimit(row.getInt("requests_per_second"), row.getInt("burst")),
                row.getBoolean("enabled"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("previous_until")),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
