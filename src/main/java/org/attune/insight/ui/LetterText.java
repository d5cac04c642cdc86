package org.attune.insight.ui;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Sensitivity;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Explanation;
import org.attune.history.Offer;
import org.attune.history.TimelineEntry;
import org.attune.insight.internal.Names;
import org.attune.kernel.Channel;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.ui.Texts;

/**
 * The explanation of a decision as a letter to the customer or to an authority, in the language of its reader. To a customer in
 * discreet mode it says nothing that somebody else at home must not read.
 */
final class LetterText {
    private static final Set<Channel> PEOPLE = Set.of(Channel.CALL_CENTER, Channel.BRANCH);
    private static final String MISSING = "missing";

    /** Everything a letter is made of. */
    record Source(
            DecisionTrace trace,
            List<Offer> offers,
            List<TimelineEntry> answers,
            Explanation first,
            AttributeDictionary dictionary,
            Vocabulary words,
            Names names,
            String ref,
            boolean discreet,
            String contact,
            Instant today,
            ZoneId zone) {}

    /** A heading with its sentences or items. */
    record Section(String title, List<String> lines, boolean listed) {}

    private final Source source;
    private final Language language;
    private final Locale locale;

    LetterText(Source source, Language language) {
        this.source = source;
        this.language = language;
        this.locale = language == Language.FR ? Locale.FRENCH : Locale.ENGLISH;
    }

    String title() {
        return text("title");
    }

    /** The lines under the title. */
    List<String> head() {
        DecisionTrace trace = source.trace;
        return List.of(
                text("reference", source.ref, date(source.today)),
                text(
                        "moment",
                        date(trace.at()),
                        time(trace.at()),
                        source.words
                                .label(Vocabulary.Kind.CHANNEL, trace.channel().key())
                                .in(language)));
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(suggested());
        sections.add(new Section(text("how"), how(), false));
        sections.add(new Section(text("used"), List.of(text("used.lead", String.join(" · ", used()))), false));
        sections.add(new Section(text("unused"), unused(), false));
        reasons(sections);
        if (!source.discreet) {
            List<String> protections = source.trace.protections().stream()
                    .map(each -> each.in(language))
                    .toList();
            sections.add(new Section(
                    text("protections"),
                    protections.isEmpty() ? List.of(text("protections.none")) : protections,
                    false));
        }
        sections.add(new Section(
                text("decided"),
                List.of(text(PEOPLE.contains(source.trace.channel()) ? "decided.person" : "decided.channel")),
                false));
        sections.add(answer());
        sections.add(new Section(
                text("object"),
                List.of(
                        text("object.rights"),
                        source.contact.isBlank() ? text("object.anybody") : text("object.contact", source.contact)),
                false));
        return sections;
    }

    String foot() {
        DecisionTrace trace = source.trace;
        return text("foot", trace.revision(), trace.modelVersion(), trace.id());
    }

    private Section suggested() {
        List<String> titles = source.offers.stream()
                .filter(each -> !each.action().equals(Names.NONE))
                .map(this::title)
                .distinct()
                .toList();
        LocalText none = source.trace.none();
        if (titles.isEmpty()) {
            String why = none == null || source.discreet ? "" : " " + none.in(language);
            return new Section(text("suggested"), List.of(text("suggested.none") + why), false);
        }
        return new Section(text("suggested"), titles, true);
    }

    private String title(Offer offer) {
        if (source.discreet) {
            return text("neutral");
        }
        return source.trace.candidates().stream()
                .filter(each -> each.action().equals(offer.action()))
                .map(each -> each.title().in(language))
                .findFirst()
                .orElse(source.names.action(offer.action()));
    }

    private List<String> how() {
        List<String> lines = new ArrayList<>();
        lines.add(text("how.computed", source.trace.candidates().size()));
        if (source.trace.arm().equals("control")) {
            lines.add(text("how.chance"));
        }
        return lines;
    }

    /** The kinds of information that rules or models read, by label; protected ones never. */
    private Set<String> used() {
        Set<String> attributes = new TreeSet<>(Collator.getInstance(locale));
        Set<String> others = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>(source.trace.situation().keySet());
        source.trace.candidates().forEach(each -> keys.addAll(each.values().keySet()));
        for (String key : keys) {
            AttributeDefinition definition = source.dictionary.find(key);
            if (definition == null) {
                String kind = kind(key);
                if (!kind.isEmpty()) {
                    others.add(text("kind." + kind));
                }
            } else if (definition.sensitivity() != Sensitivity.PROTECTED && known(key)) {
                attributes.add(
                        source.discreet
                                ? text("kind.contract")
                                : definition.label().in(language));
            }
        }
        Set<String> used = new LinkedHashSet<>(attributes);
        used.addAll(others);
        return used;
    }

    private boolean known(String key) {
        Object value = source.trace.facts().get(key);
        return (value != null && !MISSING.equals(value))
                || source.trace.situation().get(key) != null;
    }

    /** What kind of information a variable is that is no attribute; empty for what need not be told. */
    private String kind(String key) {
        String name = key.replaceAll("\\[.*", "").replaceAll("\\..*", "");
        return switch (name) {
            case "signal", "signals", "signal_count", "signal_ages" -> "signals";
            case "holds", "holdings" -> "holdings";
            case "context", "reason", "channel" -> "contact";
            case "accepted", "declined", "accepted_90", "declined_30", "presented_30", "last_contact_days", "again" ->
                "answers";
            case "consents", "preferences" -> "wishes";
            case "states" -> source.discreet ? "" : "states";
            default -> "";
        };
    }

    /** Protected attributes that nothing read, and what is never read at all. */
    private List<String> unused() {
        Set<String> read = new TreeSet<>(source.trace.situation().keySet());
        source.trace.candidates().forEach(each -> read.addAll(each.values().keySet()));
        List<String> labels = source.dictionary.all().stream()
                .filter(each -> each.sensitivity() == Sensitivity.PROTECTED && !read.contains(each.key()))
                .map(each -> each.label().in(language))
                .sorted(Collator.getInstance(locale))
                .toList();
        List<String> lines = new ArrayList<>();
        if (!labels.isEmpty()) {
            lines.add(text("unused.lead", String.join(" · ", labels)));
        }
        lines.add(text("unused.never"));
        return lines;
    }

    private void reasons(List<Section> into) {
        if (source.discreet) {
            into.add(new Section(text("reasons"), List.of(text("reasons.discreet")), false));
            return;
        }
        List<String> lines = source.first.reasons().stream()
                .map(each -> (each.speaksFor() ? "" : text("against") + " ")
                        + each.text().in(language))
                .toList();
        if (!lines.isEmpty()) {
            into.add(new Section(text("reasons"), lines, true));
        }
    }

    private Section answer() {
        List<String> lines =
                source.discreet
                        ? List.of()
                        : source.offers.stream()
                                .flatMap(offer -> source.answers.stream()
                                        .filter(each -> each.action().equals(offer.action()))
                                        .findFirst()
                                        .stream()
                                        .map(each -> line(offer, each)))
                                .toList();
        String single = source.answers.isEmpty() ? text("answer.none") : text("answer.recorded");
        return lines.isEmpty()
                ? new Section(text("answer"), List.of(single), false)
                : new Section(text("answer"), lines, true);
    }

    private String line(Offer offer, TimelineEntry answer) {
        String what = offer.action().equals(Names.NONE) ? Texts.in(locale, "insight.listen") : title(offer);
        return text(
                "answer.line",
                what,
                Texts.in(locale, "insight.outcome." + answer.outcome().key()),
                date(answer.at()));
    }

    private String date(Instant at) {
        return Dates.full(LocalDate.ofInstant(at, source.zone), language);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale)
                .withZone(source.zone)
                .format(at);
    }

    private String text(String key, Object... args) {
        return Texts.in(locale, "insight.letter." + key, args);
    }
}
