package org.attune.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.OutboundEvent;
import org.attune.kernel.Outcome;
import org.attune.platform.NodeMail;
import org.attune.platform.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The log of record by itself, on a database nobody else writes to, with what tests need to fill it. */
public final class LogBed implements AutoCloseable {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final String DEPOSIT = "term-deposit";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<Object> news = new CopyOnWriteArrayList<>();

    /** @param modules packages of further modules that shall listen */
    public LogBed(String... modules) {
        this(database(), true, modules);
    }

    /** @param dataSource shared with another bed: a second node on the same log */
    public LogBed(DataSource dataSource, String... modules) {
        this(dataSource, false, modules);
    }

    private LogBed(DataSource dataSource, boolean own, String... modules) {
        context.registerBean(DataSource.class, () -> dataSource, definition -> {
            if (!own) {
                definition.setDestroyMethodName("");
            }
        });
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        if (modules.length > 0) {
            context.registerBean(NodeMail.class);
        }
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ZoneId.class, () -> PARIS);
        context.scan("org.attune.history");
        for (String module : modules) {
            context.scan(module);
        }
        context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.PayloadApplicationEvent<?> payload) {
                // What webhooks tell is published inside the transaction on purpose; here it is about news.
                if (!(payload.getPayload() instanceof OutboundEvent)) {
                    news.add(payload.getPayload());
                }
            }
        });
        context.refresh();
    }

    private static DataSource database() {
        TestDatabase database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration/history", "classpath:db/migration/learning")
                .load()
                .migrate();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public DataSource dataSource() {
        return bean(DataSource.class);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    public History history() {
        return bean(History.class);
    }

    /** What was published, in order. */
    public List<Object> news() {
        return news;
    }

    /** A decision for a new customer with one offer of the term deposit, recorded. */
    public DecisionRecord decided() {
        return decided(
                CustomerId.next(), Instant.now(), "main", Map.of("age_band", "30-39", "balance", 1200.5), DEPOSIT);
    }

    /** A decision with these actions, recorded. */
    public DecisionRecord decided(
            CustomerId customer, Instant at, String arm, Map<String, Object> situation, String... actions) {
        DecisionRecord decision = decision(customer, at, arm, situation, actions);
        history().record(decision, new byte[0]);
        return decision;
    }

    /** A decision with these actions, not recorded. */
    public static DecisionRecord decision(
            CustomerId customer, Instant at, String arm, Map<String, Object> situation, String... actions) {
        List<Offer> offers = java.util.stream.IntStream.range(0, actions.length)
                .mapToObj(i -> new Offer(
                        actions[i],
                        actions[i].equals("none") ? "none" : "sales",
                        actions[i].equals("none") ? "none" : "savings",
                        actions[i].equals("none") ? 0 : i + 1,
                        i == 0 ? "call-gentle" : null,
                        0.1 + 0.01 * i,
                        0.2,
                        17.856,
                        0.5,
                        0.3))
                .toList();
        return new DecisionRecord(
                DecisionId.next(),
                customer,
                at,
                Channel.CALL_CENTER,
                "billing",
                null,
                7,
                3,
                arm,
                42,
                900,
                false,
                situation,
                offers);
    }

    /** The same decision, in a conversation. */
    public static DecisionRecord in(@Nullable InteractionId conversation, DecisionRecord d) {
        return new DecisionRecord(
                d.id(),
                d.customer(),
                d.at(),
                d.channel(),
                d.reason(),
                conversation,
                d.revision(),
                d.modelVersion(),
                d.arm(),
                d.seed(),
                d.tookMicros(),
                d.guarded(),
                d.situation(),
                d.offers());
    }

    /** Records a decision. */
    public void write(DecisionRecord decision) {
        history().record(decision, new byte[0]);
    }

    public AnswerResult answer(DecisionRecord decision, Outcome outcome) {
        return answer(decision, outcome, null);
    }

    public AnswerResult answer(DecisionRecord decision, Outcome outcome, @Nullable String reason) {
        return history().answer(new Answer(decision.id(), DEPOSIT, outcome, reason, null, null), "agent");
    }

    @Override
    public void close() {
        context.close();
    }
}
