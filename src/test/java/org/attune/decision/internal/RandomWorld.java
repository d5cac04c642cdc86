package org.attune.decision.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.ExplorationMethod;
import org.attune.arbitration.Factors;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.StateFact;
import org.attune.decision.DecisionRequest;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.attune.policy.ContactKind;
import org.attune.policy.RuleCompiler;
import org.attune.policy.Shield;
import org.attune.policy.ShieldSettings;
import org.attune.strategy.Strategy;
import org.attune.strategy.StrategyDocument;

/** Random catalogs, levers, flags and customers: whatever an admin could configure, and worse. Seeded. */
final class RandomWorld {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final List<String> ISSUES = List.of(
            "hardship", "collections", "retention", "service", "nurture", "information", "sales", "risk", "made-up");

    private final Random random;
    private final RuleCompiler compiler = new RuleCompiler(new AttributeDictionary(List.of()));

    RandomWorld(long seed) {
        random = new Random(seed);
    }

    Moment moment() {
        Strategy strategy = new Strategy(1, document(), compiler, ZONE);
        CustomerContext customer = customer();
        DecisionRequest request = new DecisionRequest(
                customer.id(),
                pick(Channel.values()),
                pick(List.of("", "billing", "upgrade", "leaving")),
                pick(Language.values()),
                random.nextBoolean() ? null : pick(Tone.values()),
                random.nextBoolean() ? null : 1 + random.nextInt(10),
                random.nextInt(3) == 0 ? Map.of("direction", "outbound", "volume", "high") : Map.of(),
                null);
        // The control arm is forced here even for protected customers: the shield must hold there too.
        return new Moment(
                new DecisionId(new UUID(random.nextLong(), random.nextLong())),
                request,
                customer,
                List.of(),
                new AttributeDictionary(List.of()),
                strategy,
                LocalDate.ofInstant(NOW, ZONE),
                new TreeMap<>(),
                random.nextInt(4) > 0 && Shield.guards(customer),
                random.nextInt(5) == 0,
                Map.of());
    }

    private StrategyDocument document() {
        List<Issue> issues = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        for (String issue : ISSUES) {
            issues.add(new Issue(
                    issue,
                    LocalText.same(issue),
                    random.nextDouble(),
                    random.nextDouble() * 0.1,
                    Lever.of(lever()),
                    false,
                    rules()));
            groups.add(new Group("g-" + issue, issue, LocalText.same(issue), Lever.of(lever()), rules()));
        }
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            actions.add(action("a" + i));
        }
        List<ContextWeight> weights = List.of(
                new ContextWeight("upgrade", null, null, "sales", null, null, 900),
                new ContextWeight(null, null, "hardship", "sales", null, null, 900));
        ArbitrationSettings settings = new ArbitrationSettings(
                new Factors(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()),
                random.nextDouble() * 0.2,
                random.nextDouble(),
                1 + random.nextInt(10),
                weights,
                List.of(),
                pick(ExplorationMethod.values()));
        return StrategyDocument.of(issues, groups, actions, List.of(), settings).with(shield());
    }

    private ShieldSettings shield() {
        List<ShieldSettings.Addition> additions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            additions.add(
                    new ShieldSettings.Addition(pick(CustomerState.values()), List.of(pick(ContactKind.values()))));
        }
        return new ShieldSettings(pick(List.of("", "uk", "au", "fr", "nowhere")), random.nextInt(200), additions);
    }

    /** Other actions of the catalog, one that does not exist, or itself: whatever a bundle could hold. */
    private List<String> members() {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            members.add("a" + random.nextInt(27));
        }
        return members;
    }

    private Action action(String key) {
        return new Action(
                key,
                "g-" + pick(ISSUES),
                pick(Nature.values()),
                LocalText.same(key),
                LocalText.same(""),
                random.nextInt(10),
                random.nextDouble() * 100,
                random.nextDouble() * 100,
                BigDecimal.ZERO,
                BigDecimal.valueOf(random.nextInt(5) == 0 ? random.nextInt(50) : 0),
                EnumSet.allOf(Channel.class),
                null,
                null,
                0.01 + random.nextDouble() * 0.98,
                pick(ActionClass.values()),
                false,
                Lever.of(lever()),
                rules(),
                List.of(new Treatment(key + "-t", pick(Tone.values()), LocalText.same("Hello"))),
                members());
    }

    private CustomerContext customer() {
        List<StateFact> states = new ArrayList<>();
        for (CustomerState state : CustomerState.values()) {
            int dice = random.nextInt(14);
            if (dice == 0) {
                states.add(new StateFact(state, NOW.minus(Duration.ofDays(20)), null, "test", null));
            } else if (dice == 1) {
                Instant ended = NOW.minus(Duration.ofDays(random.nextInt(200)));
                states.add(new StateFact(state, ended.minus(Duration.ofDays(30)), ended, "test", null));
            }
        }
        return new CustomerContext(
                new CustomerId(new UUID(random.nextLong(), random.nextLong())),
                NOW,
                "C-1",
                "Alex Martin",
                Language.EN,
                List.of(),
                random.nextInt(3) == 0
                        ? Map.of("hardship_likely", new AttributeValue(true, NOW, "derived"))
                        : Map.of("anything", new AttributeValue(1.0, NOW, "test")),
                random.nextBoolean() ? Map.of() : Map.of("sales_calls", true),
                Map.of(),
                random.nextBoolean() ? List.of() : List.of(new Holding("mobile-40", null, null)),
                states,
                List.of());
    }

    private Engagement rules() {
        return random.nextInt(3) > 0
                ? Engagement.NONE
                : new Engagement("true", pick(List.of("", "true", "'hardship' in states || true")), "");
    }

    private int lever() {
        return random.nextInt(3) == 0 ? 900 : random.nextInt(990) - 90;
    }

    private <E> E pick(E[] of) {
        return of[random.nextInt(of.length)];
    }

    private <E> E pick(List<E> of) {
        return of.get(random.nextInt(of.size()));
    }
}
