package org.attune.interaction.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.attune.interaction.Note;
import org.attune.interaction.NoteVisibility;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps notes, each version of them. They belong to a conversation, and so to whoever it turns out to be with. */
@Repository
public class NoteStore {
    private static final String COLUMNS =
            "n.id, n.version, n.interaction_id, n.author, n.team, n.visibility, n.text, n.at";

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a version; false when there is one of this number. */
    public boolean add(Note note) {
        return jdbc.sql("""
                        insert into interaction_note (id, version, interaction_id, author, team, visibility, text, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(note.id(), note.version(), note.conversation().value(), note.author(), note.team())
                        .params(note.visibility().key(), note.text(), Timestamp.from(note.at()))
                        .update()
                == 1;
    }

    /** The latest versions of the notes about a customer, newest first. */
    public List<Note> of(CustomerId customer, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from interaction_note n join interaction_interaction i on i.id = n.interaction_id
                        where i.customer_id = ?
                          and n.version = (select max(version) from interaction_note where id = n.id)
                        order by n.at desc, n.id desc limit ?""")
                .params(customer.value(), limit)
                .query(NoteStore::row)
                .list();
    }

    /** The latest versions of the notes of a conversation, in the order in which they were begun. */
    public List<Note> in(InteractionId conversation) {
        return jdbc.sql("select " + COLUMNS + """
                         from interaction_note n
                        where n.interaction_id = ?
                          and n.version = (select max(version) from interaction_note where id = n.id)
                        order by n.id""")
                .param(conversation.value())
                .query(NoteStore::row)
                .list();
    }

    /** Every version, the latest first. */
    public List<Note> versions(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from interaction_note n where n.id = ? order by n.version desc")
                .param(id)
                .query(NoteStore::row)
                .list();
    }

    private static Note row(ResultSet rs, int n) throws SQLException {
        return new Note(
                rs.getObject("id", UUID.class),
                rs.getInt("version"),
                new InteractionId(rs.getObject("interaction_id", UUID.class)),
                rs.getString("author"),
                rs.getString("team"),
                NoteVisibility.of(rs.getString("visibility")),
                rs.getString("text"),
                rs.getTimestamp("at").toInstant());
    }
}
