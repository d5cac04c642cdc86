package org.attune.demo.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.customer.Customers;
import org.attune.history.History;
import org.attune.history.ImportedAnswer;
import org.attune.strategy.LiveStrategy;
import org.springframework.context.ApplicationContext;

/** More invented customers with a past, made as the demo makes its own, so that no two calls of a measurement are about the same one. */
public final class MorePeople {
    /** What a maker of pasts may say of each action is spent after about as many people. */
    private static final int WITH_ONE_PAST = 300;

    private MorePeople() {}

    /** Reference of the customer with this number, counted from 0. */
    public static String ref(int number) {
        return "B-" + number;
    }

    /** Adds so many. */
    public static void add(ApplicationContext application, int count) {
        Customers customers = application.getBean(Customers.class);
        PersonWriter writer = application.getBean(PersonWriter.class);
        ZoneId zone = application.getBean(ZoneId.class);
        Instant now = Instant.now();
        Population population = new Population(DemoSeed.SEED + 1, zone);
        for (int from = 0; from < count; from += WITH_ONE_PAST) {
            List<String> refs = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + WITH_ONE_PAST); i++) {
                writer.write(population.next(ref(i), DemoSeed.CUSTOMERS + i, now));
                refs.add(ref(i));
            }
            PastMaker past = new PastMaker(
                    application.getBean(LiveStrategy.class).current(),
                    application.getBean(Attributes.class).dictionary(),
                    HiddenPreferences.load(),
                    application.getBean(Vocabulary.class),
                    DemoSeed.SEED + from,
                    zone);
            past.invent(customers.contexts(refs, now).values());
            List<ImportedAnswer> answers = past.inOrder();
            for (int i = 0; i < answers.size(); i += 1_000) {
                application
                        .getBean(History.class)
                        .importAnswers(answers.subList(i, Math.min(answers.size(), i + 1_000)));
            }
        }
    }
}
