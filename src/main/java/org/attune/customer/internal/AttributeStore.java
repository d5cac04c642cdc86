package org.attune.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dictionary in the database. */
@Repository
public class AttributeStore {
    private final JdbcClient jdbc;

    AttributeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<AttributeDefinition> all() {
        return jdbc.sql("SELECT * FROM customer_attribute")
                .query(AttributeStore::read)
                .list();
    }

    public void save(AttributeDefinition definition) {
        jdbc.sql("""
                        INSERT INTO customer_attribute AS a
                            (key, type, label_en, label_fr, sensitivity, predictor, source, desk_group, unit, shown)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (key) DO UPDATE SET type = excluded.type, label_en = excluded.label_en,
                            label_fr = excluded.label_fr, sensitivity = excluded.sensitivity,
                            predictor = excluded.predictor, source = excluded.source,
                            desk_group = excluded.desk_group, unit = excluded.unit, shown = excluded.shown
                        """)
                .param(definition.key())
                .param(definition.type().key())
                .param(definition.label().en())
                .param(definition.label().fr())
                .param(definition.sensitivity().key())
                .param(definition.predictor())
                .param(definition.source())
                .param(definition.group())
                .param(definition.unit())
                .param(definition.shown())
                .update();
    }

    /** Keeps others from changing definitions until the transaction ends; reading goes on. */
    public void lock() {
        jdbc.sql("LOCK TABLE customer_attribute IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Whether any customer holds a value of it. Reads the whole table: asked only when a type is to change. */
    public boolean hasValues(String key) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM customer_customer WHERE jsonb_exists(attributes, ?))")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private static AttributeDefinition read(ResultSet row, int number) throws SQLException {
        return new AttributeDefinition(
                row.getString("key"),
                AttributeType.of(row.getString("type")),
                new LocalText(row.getString("label_en"), row.getString("label_fr")),
                Sensitivity.of(row.getString("sensitivity")),
                row.getBoolean("predictor"),
                row.getString("source"),
                row.getString("desk_group"),
                row.getString("unit"),
                row.getBoolean("shown"));
    }
}
