package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attune.AttuneApplication;
import org.attune.catalog.Action;
import org.attune.customer.Attributes;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.ImportedAnswer;
import org.attune.history.Offer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application in this process, with a database, customers and a catalog of its own. */
final class DecisionHost implements AutoCloseable {
    private static final String TOKEN = "bench-token-0123456789";
    private static final int ANSWERS = 20_000;

    private final Path home;
    private final ConfigurableApplicationContext application;

    private DecisionHost(Path home, ConfigurableApplicationContext application) {
        this.home = home;
        this.application = application;
    }

    static DecisionHost start(Path home) throws IOException {
        delete(home);
        DecisionHost host = new DecisionHost(
                home,
                SpringApplication.run(
                        AttuneApplication.class,
                        "--attune.home=" + home,
                        "--attune.demo=false",
                        "--attune.admin-password=bench-password-1",
                        "--attune.api-token=" + TOKEN,
                        "--server.port=0"));
        DecisionWorld.attributes(host.bean(Attributes.class));
        return host;
    }

    Path home() {
        return home;
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    Api api() {
        return Api.at(
                Integer.parseInt(
                        Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port"))),
                TOKEN);
    }

    /** Makes a catalog of so many actions live and teaches the models, so that scoring has something to add up. */
    void publish(int actions) {
        StrategyDocument document = DecisionWorld.document(actions);
        bean(Strategies.class).publish(document, "bench", "bench");
        Random random = new Random(3);
        List<ImportedAnswer> block = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            block.add(answer(document, random, i));
            if (block.size() == 1_000) {
                bean(History.class).importAnswers(block);
                block.clear();
            }
        }
        bean(Models.class).catchUp();
    }

    private static ImportedAnswer answer(StrategyDocument document, Random random, int number) {
        Action action = document.actions().get(random.nextInt(document.actions().size()));
        String issue =
                Objects.requireNonNull(document.catalog().group(action.group())).issue();
        Map<String, Object> situation = new TreeMap<>(Map.of("context.channel", "call-center"));
        for (int a = 0; a < DecisionWorld.ATTRIBUTES; a++) {
            situation.put(
                    DecisionWorld.key(a),
                    a < 40 ? (Object) (Math.round(random.nextDouble() * 1000) / 10.0) : "c" + random.nextInt(6));
        }
        Instant at = Instant.now().minusSeconds(ANSWERS - number);
        Offer offer = new Offer(action.key(), issue, action.group(), 1, null, 0.3, 0.3, 1, 1, 0.3);
        DecisionRecord decision = new DecisionRecord(
                DecisionId.next(),
                CustomerId.next(),
                at,
                Channel.CALL_CENTER,
                "",
                null,
                1,
                0,
                "import",
                0,
                0,
                false,
                situation,
                List.of(offer));
        return new ImportedAnswer(
                "bench-" + document.actions().size() + "-" + number,
                decision,
                random.nextInt(4) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                at);
    }

    @Override
    public void close() {
        application.close();
    }

    static void delete(Path home) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> all = Files.walk(home)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
