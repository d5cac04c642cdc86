package org.attune.platform;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Short words between nodes, by topic, over one connection for all who have no list of their own to keep up to date: what is told
 * while the database is away is lost. Other nodes get it as {@link NodeMailArrived}, this one does not.
 */
@Component
public class NodeMail extends NodeNews {
    private static final String CHANNEL = "attune_mail";

    private final String node = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher news;

    NodeMail(DataSource database, JdbcClient jdbc, ApplicationEventPublisher news) {
        super(database, CHANNEL, "node-mail");
        this.jdbc = jdbc;
        this.news = news;
    }

    /** This node, by a name it has until it stops. */
    public String node() {
        return node;
    }

    /**
     * Tells other nodes, when the transaction has committed.
     *
     * @param topic one word
     * @param words at most some hundred characters
     */
    public void tell(String topic, String words) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(CHANNEL, node + " " + topic + " " + words)
                .query((row, number) -> true)
                .list();
    }

    @Override
    protected void heard(String told) {
        String[] parts = told.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(node)) {
            news.publishEvent(new NodeMailArrived(parts[1], parts[2]));
        }
    }
}
