package org.attune.demo.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.history.History;
import org.attune.history.ImportedAnswer;
import org.attune.interaction.WrapUpRules;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the demo content before the application is ready: dictionary, strategy, how queues are wrapped up, personas, invented
 * customers, their past and their conversations, what they go through, and what agents found wrong.
 * Each part is loaded once; what an admin has changed since is never overwritten, and a load that was cut short is made up for
 * by the next start.
 */
@Component
@Order(100)
@ConditionalOnBooleanProperty("attune.demo")
class DemoSeed implements ApplicationRunner {
    /** Customers there are after the first start. */
    static final int CUSTOMERS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final int VERSION = 1;
    static final long SEED = 20_261_122L;
    private static final int FIRST_NUMBER = 100_001;
    private static final String WHO = "system";

    private final SeedMarks marks;
    private final Attributes attributes;
    private final Strategies strategies;
    private final LiveStrategy live;
    private final Customers customers;
    private final PersonWriter writer;
    private final History history;
    private final WrapUpRules wrapUps;
    private final Vocabulary words;
    private final TalkSeed talks;
    private final CareSeed care;
    private final ReportSeed reports;
    private final StarterCatalog catalog;
    private final Clock clock;
    private final ZoneId zone;

    DemoSeed(
            SeedMarks marks,
            Attributes attributes,
            Strategies strategies,
            LiveStrategy live,
            Customers customers,
            PersonWriter writer,
            History history,
            WrapUpRules wrapUps,
            Vocabulary words,
            TalkSeed talks,
            CareSeed care,
            ReportSeed reports,
            JsonMapper json,
            Clock clock,
            ZoneId zone) {
        this.marks = marks;
        this.attributes = attributes;
        this.strategies = strategies;
        this.live = live;
        this.customers = customers;
        this.writer = writer;
        this.history = history;
        this.wrapUps = wrapUps;
        this.words = words;
        this.talks = talks;
        this.care = care;
        this.reports = reports;
        this.catalog = new StarterCatalog(json);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load();
    }

    /** Loads what is missing. */
    void load() {
        long start = System.nanoTime();
        Instant now = clock.instant();
        boolean any = marks.once("dictionary", VERSION, this::dictionary);
        if (strategies.revision() == 0) {
            strategies.publish(catalog.strategy(), "Starter catalog", WHO);
            any = true;
        }
        any |= marks.once("people", VERSION, () -> people(now).forEach(writer::write));
        any |= marks.once("wrap-up", VERSION, () -> WrapUpSeed.write(wrapUps, WHO));
        any |= marks.once("past", VERSION, () -> past(now));
        any |= marks.once("care", VERSION, () -> care.write(now));
        any |= marks.once("reports", VERSION, () -> reports.write(now));
        if (any) {
            LOG.info(
                    "Demo content loaded: {} customers, {} answers of the past ({} s)",
                    customers.count(),
                    history.position(),
                    "%.1f".formatted((System.nanoTime() - start) / 1e9));
        }
    }

    /** Reference of the demo's customer with this number, counted from 0; the personas come first. */
    static String ref(int number) {
        return "C-" + (FIRST_NUMBER + number);
    }

    private void dictionary() {
        List<AttributeDefinition> missing = catalog.attributes().stream()
                .filter(each -> attributes.dictionary().find(each.key()) == null)
                .toList();
        attributes.defineAll(missing, WHO);
    }

    private List<DemoPerson> people(Instant now) {
        List<DemoPerson> people = new ArrayList<>(new Personas(now, zone).read());
        Population population = new Population(SEED, zone);
        for (int index = 0; people.size() < CUSTOMERS; index++) {
            people.add(population.next(ref(people.size()), index, now));
        }
        return people;
    }

    private void past(Instant now) {
        PastMaker past =
                new PastMaker(live.current(), attributes.dictionary(), HiddenPreferences.load(), words, SEED, zone);
        Map<String, DemoPerson> personas =
                new Personas(now, zone).read().stream().collect(Collectors.toMap(DemoPerson::ref, each -> each));
        List<String> refs =
                IntStream.range(0, CUSTOMERS).mapToObj(DemoSeed::ref).toList();
        Map<String, CustomerContext> contexts = customers.contexts(refs, now);
        List<CustomerContext> invented = new ArrayList<>();
        for (String ref : refs) {
            CustomerContext context = contexts.get(ref);
            DemoPerson persona = personas.get(ref);
            if (context != null && persona != null) {
                past.told(context, persona.past());
            } else if (context != null) {
                invented.add(context);
            }
        }
        past.invent(invented);
        List<ImportedAnswer> answers = past.inOrder();
        for (int from = 0; from < answers.size(); from += 1_000) {
            history.importAnswers(answers.subList(from, Math.min(answers.size(), from + 1_000)));
        }
        talks.write(past.contacts(), now);
    }
}
