package org.attune.desk;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.catalog.Journey;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.policy.JourneyStages;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Who the customer is: name, states, and the facts in four groups, each with source and age. What is newest stands first, always in the same
 * order, and what does not fit is announced.
 */
final class CustomerPanel extends Card {
    private static final long serialVersionUID = 1L;
    private static final List<String> GROUPS = List.of("today", "recent", "holds", "who");
    private static final int SIGNALS = 3;

    private final transient Vocabulary words;
    private final transient Formats formats;
    private final transient Runnable wishes;
    private final transient Veil veil;

    /**
     * @param wishes changes what the customer wishes of contact
     * @param veil over all but name and wishes
     */
    CustomerPanel(Vocabulary words, Formats formats, Runnable wishes, Veil veil) {
        this.veil = veil;
        this.wishes = wishes;
        this.words = words;
        this.formats = formats;
        fill();
        named(Texts.of("desk.customer"));
        addClassName("customer-panel");
    }

    /** Only the name is known, until the database is back. */
    void unread(String name) {
        removeAll();
        Span hint = new Span(Texts.of("desk.unread"));
        hint.addClassName("muted");
        add(new H2(name), hint);
    }

    void show(CustomerContext customer, AttributeDictionary dictionary, JourneyStages journeys) {
        removeAll();
        H2 name = new H2(customer.displayName());
        Div head = new Div(name);
        head.addClassNames("row", "spread");
        String segment = text(customer, dictionary, "segment");
        if (segment != null) {
            head.add(veil.over(new Badge(segment, Badge.Kind.INFO)));
        }
        add(head, subtitle(customer, dictionary), new WishesLine(customer, words, wishes));
        Div states = new Div();
        states.addClassNames("row", "wrap");
        customer.states().stream()
                .filter(state -> state.activeAt(customer.at()))
                .forEach(state -> states.add(badge(state)));
        if (states.getComponentCount() > 0) {
            add(veil.over(states));
        }
        Div ways = journeys(journeys, customer);
        if (ways.getComponentCount() > 0) {
            add(veil.over(ways));
        }
        Div groups = new Div();
        groups.addClassNames("scroll", "fact-groups");
        groups.getElement().setAttribute("tabindex", "0");
        groups.getElement().setAttribute("role", "group");
        groups.getElement().setAttribute("aria-label", Texts.of("desk.facts"));
        for (String group : GROUPS) {
            if (group.equals("who") && discreet(customer)) {
                Span hidden = new Span(Texts.of("desk.discreet"));
                hidden.addClassNames("small", "muted");
                groups.add(hidden);
                continue;
            }
            Div block = group(group, customer, dictionary);
            if (block.getComponentCount() > 1) {
                groups.add(block);
            }
        }
        add(veil.over(groups), veil.over(more()));
    }

    /** How many facts are below; shown, counted and pressed in the browser, see attune-desk.js. */
    private static ActionButton more() {
        ActionButton more = new ActionButton("", click -> {}).link();
        more.addClassName("more-facts");
        more.getElement().setAttribute("data-more", Texts.of("desk.facts.more")).setAttribute("hidden", true);
        return more;
    }

    /** Where a customer lives and with whom is nobody's business while contact is discreet. */
    private static boolean discreet(CustomerContext customer) {
        return customer.activeStates().contains(CustomerState.DISCREET);
    }

    private Span subtitle(CustomerContext customer, AttributeDictionary dictionary) {
        StringBuilder line = new StringBuilder(customer.ref());
        String city = discreet(customer) || veil.isThere() ? null : text(customer, dictionary, "city");
        if (city != null) {
            line.append(" · ").append(city);
        }
        line.append(" · ")
                .append(Texts.of("desk.language." + customer.language().key()));
        Span span = new Span(line.toString());
        span.addClassNames("small", "muted");
        return span;
    }

    /** Where the customer stands on each journey, quietly: context, not a task. */
    private Div journeys(JourneyStages journeys, CustomerContext customer) {
        Div lines = new Div();
        lines.addClassNames("stack", "tight", "small", "journeys");
        journeys.of(customer)
                .forEach((key, place) -> journeys.journeys().stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .ifPresent(journey -> lines.add(journey(journey, place))));
        return lines;
    }

    private Div journey(Journey journey, JourneyStages.Place place) {
        Journey.Stage stage = journey.stage(place.stage());
        Span where = new Span(Texts.of(
                "desk.journey", Words.of(journey.label()), stage == null ? place.stage() : Words.of(stage.label())));
        String by = Words.of(words.label(place.state() ? Kind.STATE : Kind.SIGNAL, place.by()));
        String inSentence = by.substring(0, 1).toLowerCase(Texts.locale()) + by.substring(1);
        Span since = new Span(
                justNow(place.since())
                        ? Texts.of("desk.journey.now", inSentence)
                        : Texts.of("desk.journey.since", formats.age(place.since()), inSentence));
        since.addClassName("muted");
        return new Div(where, since);
    }

    private Badge badge(StateFact state) {
        String label = Words.of(words.label(Kind.STATE, state.state().key()));
        Badge badge = new Badge(Icons.SHIELD, label, Badge.Kind.PROTECTED);
        badge.setTitle(
                justNow(state.since())
                        ? Texts.of("desk.state.now", SystemNames.source(state.source()))
                        : Texts.of("desk.state.since", formats.age(state.since()), SystemNames.source(state.source())));
        return badge;
    }

    private boolean justNow(Instant since) {
        return formats.age(since).equals(Texts.of("ui.age.now"));
    }

    private Div group(String group, CustomerContext customer, AttributeDictionary dictionary) {
        Div block = new Div();
        H3 title = new H3(Texts.of("desk.group." + group));
        title.addClassName("overline");
        block.add(title);
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        if (group.equals("holds")) {
            holdings(customer, block);
        }
        List<AttributeDefinition> definitions = new ArrayList<>(dictionary.all());
        definitions.sort(Comparator.comparingInt(each -> words.attributePlace(each.key())));
        for (AttributeDefinition definition : definitions) {
            AttributeValue value = customer.attributes().get(definition.key());
            boolean elsewhere = definition.key().equals("segment")
                    || definition.key().equals("city")
                    || calm(definition, value)
                    || held(customer, definition, value);
            if (definition.shown() && definition.group().equals(group) && value != null && !elsewhere) {
                fact(
                        facts,
                        Words.of(definition.label()),
                        format(definition, value.value()),
                        SystemNames.source(value.source()),
                        value.at());
            }
        }
        if (group.equals("recent") || group.equals("today")) {
            signals(customer, facts, group.equals("today"));
        }
        if (facts.getChildren().findAny().isPresent()) {
            block.add(facts);
        }
        return block;
    }

    /** That there is no sign of dissatisfaction is no news. */
    private static boolean calm(AttributeDefinition definition, @Nullable AttributeValue value) {
        return definition.key().equals("dissatisfaction")
                && value != null
                && value.value().equals("none");
    }

    /** The plan stands among what the customer holds already. */
    private static boolean held(
            CustomerContext customer, AttributeDefinition definition, @Nullable AttributeValue value) {
        return definition.key().equals("plan")
                && value != null
                && customer.holdings().stream().anyMatch(each -> each.product().equals(value.value()));
    }

    private void holdings(CustomerContext customer, Div block) {
        if (customer.holdings().isEmpty()) {
            return;
        }
        Div list = new Div();
        list.addClassName("held");
        for (Holding holding : customer.holdings()) {
            String name = Words.of(words.label(Kind.PRODUCT, holding.product()));
            Span product = new Span(list.getComponentCount() == 0 ? name : " · " + name);
            if (holding.since() != null) {
                product.setTitle(Texts.of("desk.since", formats.date(holding.since())));
            }
            list.add(product);
        }
        block.add(list);
    }

    private void signals(CustomerContext customer, DescriptionList facts, boolean today) {
        int shown = 0;
        for (SignalFact signal : customer.signals()) {
            boolean isToday = Duration.between(signal.at(), customer.at()).toHours() < 24;
            if (isToday == today && shown < SIGNALS) {
                fact(
                        facts,
                        Texts.of("desk.signal"),
                        Words.of(words.label(Kind.SIGNAL, signal.type())),
                        SystemNames.source(signal.source()),
                        signal.at());
                shown++;
            }
        }
    }

    private void fact(DescriptionList facts, String label, String value, String source, Instant at) {
        Span origin = new Span(source + ", " + formats.age(at));
        origin.addClassName("source");
        DescriptionList.Description told = new DescriptionList.Description(new Span(value), origin);
        told.setTitle(value + " · " + source + ", " + formats.age(at));
        facts.add(new DescriptionList.Term(label), told);
    }

    private @Nullable String text(CustomerContext customer, AttributeDictionary dictionary, String key) {
        AttributeDefinition definition = dictionary.find(key);
        Object value = customer.value(key);
        return definition == null || value == null ? null : format(definition, value);
    }

    private String format(AttributeDefinition definition, Object value) {
        if (value instanceof Boolean yes) {
            return Texts.of(yes ? "desk.yes" : "desk.no");
        }
        if (value instanceof Number number) {
            return number(definition, number.doubleValue());
        }
        String text = value.toString();
        if (definition.type() == org.attune.customer.AttributeType.DATE) {
            try {
                return formats.date(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                return text;
            }
        }
        return Words.of(words.attributeValue(definition.key(), text));
    }

    private String number(AttributeDefinition definition, double value) {
        String plain = formats.decimal(value, value == Math.rint(value) ? 0 : 1);
        return switch (definition.unit()) {
            case "eur" ->
                value == Math.rint(value) && Math.abs(value) >= 1000 ? formats.wholeEuro(value) : formats.euro(value);
            case "percent" -> plain + " %";
            case "none", "count" -> definition.key().endsWith("_risk") ? formats.percent(value, 0) : plain;
            case "days", "months" -> Texts.of("desk.unit." + definition.unit(), value);
            default -> Texts.of("desk.unit." + definition.unit(), plain);
        };
    }
}
