package org.attune.customer.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.attune.customer.CustomerSummary;
import org.attune.kernel.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds customers by what an agent hears or reads. Prefixes are ranges of the byte order, so no wildcard exists. */
@Repository
public class CustomerSearch {
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ./()\\-\\u00A0]*");
    private static final int MIN_QUERY = 2;
    private static final int MAX_QUERY = 100;
    private static final int MIN_DIGITS = 4;

    /** Behind everything that begins with the same letters. */
    private static final String LAST = new String(Character.toChars(0x10FFFF));

    private static final String FIELDS =
            "SELECT c.id, c.ref, c.display_name, c.phones[1] AS phone FROM customer_customer c ";

    // Each branch reads an index in order and stops at the limit.
    private static final String BY_REF = """
            (SELECT id, CASE WHEN lower(ref) COLLATE "C" = :text THEN 1 ELSE 3 END AS rank FROM customer_customer
                WHERE lower(ref) COLLATE "C" >= :text AND lower(ref) COLLATE "C" < :text || :last
                ORDER BY lower(ref) COLLATE "C" LIMIT :limit)
            """;
    private static final String BY_NAME = """
            UNION ALL (SELECT id, 4 FROM customer_customer
                WHERE name_key >= :name AND name_key < :name || :last ORDER BY name_key LIMIT :limit)
            """;
    // No limit here: few share a number, and hoping to stop early the planner would read the whole table.
    private static final String BY_PHONE = """
            UNION ALL (SELECT id, 2 FROM customer_customer WHERE array_to_tsvector(words) @@ cast(:phone AS tsquery))
            """;

    // Sorted by an expression on purpose: an index in that order would tempt the planner to walk it to the end.
    private static final String BY_WORDS = FIELDS + """
            WHERE array_to_tsvector(words) @@ cast(:words AS tsquery)
            ORDER BY c.name_key || '', c.ref LIMIT :limit
            """;

    private static final RowMapper<CustomerSummary> ROW = (row, number) -> new CustomerSummary(
            new CustomerId(row.getObject("id", UUID.class)),
            row.getString("ref"),
            row.getString("display_name"),
            row.getString("phone"));

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;

    CustomerSearch(JdbcClient jdbc, PhoneNumbers phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    public List<CustomerSummary> find(String query, int limit) {
        String text = query.strip().replace("\u0000", "");
        if (text.codePointCount(0, text.length()) < MIN_QUERY || text.length() > MAX_QUERY || limit < 1) {
            return List.of();
        }
        String name = NameKey.of(text);
        String phone = phone(text);
        Map<CustomerId, CustomerSummary> found = new LinkedHashMap<>();
        direct(text, phone, name, limit).forEach(each -> found.put(each.id(), each));
        if (found.size() < limit) {
            byWords(name, phone, limit).forEach(each -> found.putIfAbsent(each.id(), each));
        }
        return found.values().stream().limit(limit).toList();
    }

    /** Who has exactly this number. */
    public List<CustomerSummary> calledOn(String phone, int limit) {
        String full = phones.normalise(phone);
        if (full == null) {
            return List.of();
        }
        return jdbc.sql(FIELDS + "WHERE array_to_tsvector(c.words) @@ cast(:word AS tsquery)"
                        + " AND :phone = ANY (c.phones) ORDER BY c.ref LIMIT :limit")
                .param("word", "'" + NameKey.phoneWord(full) + "'")
                .param("phone", full)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** The number in E.164, null when it is none that could be dialled. */
    public @Nullable String phoneNumber(String text) {
        return phones.normalise(text);
    }

    public Map<CustomerId, CustomerSummary> summaries(Collection<CustomerId> ids) {
        Map<CustomerId, CustomerSummary> found = new HashMap<>();
        jdbc.sql(FIELDS + "WHERE c.id = ANY (?)")
                .param(ids.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query(ROW)
                .list()
                .forEach(each -> found.put(each.id(), each));
        return found;
    }

    private List<CustomerSummary> direct(String text, @Nullable String phone, String name, int limit) {
        String hits = BY_REF + (name.isEmpty() ? "" : BY_NAME) + (phone == null ? "" : BY_PHONE);
        return jdbc.sql(FIELDS + "JOIN (SELECT id, min(rank) AS rank FROM (" + hits + ") hit GROUP BY id) hits"
                        + " ON hits.id = c.id ORDER BY hits.rank, c.name_key, c.ref LIMIT :limit")
                .param("text", text.toLowerCase(Locale.ROOT))
                .param("phone", phone == null ? "" : "'" + NameKey.phoneWord(phone) + "'")
                .param("name", name)
                .param("last", LAST)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Every word the beginning of one of the name's, or the last digits of a phone number. */
    private List<CustomerSummary> byWords(String name, @Nullable String phone, int limit) {
        String words = NameKey.query(NameKey.words(name));
        if (phone != null) {
            String digits = "(" + NameKey.query(List.of(NameKey.phoneWord(phone))) + ")";
            words = words.isEmpty() ? digits : digits + " | (" + words + ")";
        }
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(BY_WORDS)
                .param("words", words)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** What looks like a phone number: in full where it is one, otherwise its last digits. */
    private @Nullable String phone(String text) {
        if (!PHONE.matcher(text).matches()) {
            return null;
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.length() < MIN_DIGITS) {
            return null;
        }
        String full = phones.normalise(text);
        return full != null && digits.length() >= 8 ? full : digits;
    }
}
