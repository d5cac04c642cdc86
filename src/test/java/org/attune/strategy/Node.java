package org.attune.strategy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.attune.customer.Attributes;
import org.attune.strategy.internal.ExactJson;
import org.attune.strategy.internal.RevisionStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Another node on the same database, as far as strategies go. */
final class Node implements AutoCloseable {
    final LiveStrategy live = new LiveStrategy();
    final List<Object> news = new CopyOnWriteArrayList<>();
    final Strategies strategies;
    final ChangeRequests requests;
    private final LiveSync sync;

    Node(ApplicationContext application, String approval) {
        this(application, approval, List.of());
    }

    Node(ApplicationContext application, String approval, List<PublishGate> gates) {
        RevisionStore store = application.getBean(RevisionStore.class);
        ObjectProvider<PublishGate> all = new ObjectProvider<>() {
            @Override
            public java.util.stream.Stream<PublishGate> stream() {
                return gates.stream();
            }
        };
        Publishing publishing = new Publishing(
                live,
                store,
                application.getBean(Attributes.class),
                news::add,
                all,
                application.getBean(TransactionTemplate.class),
                Clock.systemUTC(),
                ZoneId.of("Europe/Paris"));
        publishing.load();
        Approval asked = new Approval(approval);
        JsonMapper json = application.getBean(JsonMapper.class);
        strategies = new Strategies(live, store, publishing, news::add, asked, json, Clock.systemUTC());
        requests = new ChangeRequests(
                store, publishing, asked, news::add, application.getBean(ExactJson.class), Clock.systemUTC());
        sync = new LiveSync(application.getBean(DataSource.class), store, publishing);
        sync.start();
    }

    @Override
    public void close() {
        sync.stop();
    }
}
