package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.arbitration.ContextWeight;
import org.attune.catalog.Engagement;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerContext;
import org.attune.customer.Sensitivity;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.LocalText;
import org.attune.learning.engine.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * Says why an action stands on the list, in plain words: what the customer calls about, what just happened, what the model weighs,
 * and how it went before. At most three for and one against; a protected attribute is never named.
 */
final class Reasons {
    private static final int FOR = 3;
    private static final int AGAINST = 1;
    /** Contributions smaller than this (log-odds) are not worth a word. */
    private static final double WORTH_SAYING = 0.15;
    /** Answers from which it is said how often it is taken up. */
    private static final long TRACK_RECORD = 40;

    private final CustomerContext customer;
    private final AttributeDictionary dictionary;
    private final Vocabulary words;

    Reasons(CustomerContext customer, AttributeDictionary dictionary, Vocabulary words) {
        this.customer = customer;
        this.dictionary = dictionary;
        this.words = words;
    }

    List<Reason> of(Candidate candidate, List<Contribution> contributions) {
        Map<String, LocalText> speakFor = new LinkedHashMap<>();
        situation(candidate, speakFor);
        signals(candidate, speakFor);
        Map<String, LocalText> against = new LinkedHashMap<>();
        List<Contribution> bySize = new ArrayList<>(contributions);
        bySize.sort(Comparator.comparingDouble((Contribution c) -> Math.abs(c.logit()))
                .reversed());
        for (Contribution each : bySize) {
            if (Math.abs(each.logit()) >= WORTH_SAYING) {
                LocalText text = text(each);
                if (text != null) {
                    (each.logit() > 0 ? speakFor : against).putIfAbsent(text.en(), text);
                }
            }
        }
        if (candidate.evidence >= TRACK_RECORD && candidate.propensity >= 0.25) {
            LocalText record = trackRecord(candidate.propensity);
            if (speakFor.size() >= FOR) {
                keepFirst(speakFor, FOR - 1);
            }
            speakFor.putIfAbsent(record.en(), record);
        }
        List<Reason> reasons = new ArrayList<>();
        speakFor.values().stream().limit(FOR).forEach(text -> reasons.add(new Reason(text, true)));
        against.values().stream()
                .filter(text -> !speakFor.containsKey(text.en()))
                .limit(AGAINST)
                .forEach(text -> reasons.add(new Reason(text, false)));
        return reasons;
    }

    private void situation(Candidate candidate, Map<String, LocalText> into) {
        for (ContextWeight weight : candidate.weights) {
            if (weight.percent() <= 0) {
                continue;
            }
            String reason = weight.reason();
            String signal = weight.signal();
            if (reason != null) {
                LocalText label = words.label(Kind.REASON_OF_CALL, reason);
                put(into, new LocalText("Calls about: " + lower(label.en()), "Appelle pour : " + lower(label.fr())));
            } else if (signal != null) {
                put(into, words.label(Kind.SIGNAL, signal));
            } else if ("high".equals(weight.volume())) {
                put(into, new LocalText("Many people are calling now", "Beaucoup de monde appelle en ce moment"));
            } else if ("low".equals(weight.volume())) {
                put(into, new LocalText("Few people are calling: there is time", "Peu d’appels : il y a le temps"));
            }
        }
    }

    /** Signals the action's own rules look at, newest first. */
    private void signals(Candidate candidate, Map<String, LocalText> into) {
        Engagement own = candidate.compiled.action().engagement();
        String rules = own.applicability()
                + own.suitability()
                + candidate.compiled.group().engagement().applicability();
        Set<String> seen = new HashSet<>();
        customer.signals().forEach(signal -> {
            if (rules.contains("'" + signal.type() + "'") && seen.add(signal.type())) {
                put(into, words.label(Kind.SIGNAL, signal.type()));
            }
        });
    }

    private @Nullable LocalText text(Contribution contribution) {
        String predictor = contribution.predictor();
        Object value = contribution.value();
        if (predictor.equals(Contribution.BASELINE) || value == null) {
            return null;
        }
        if (predictor.startsWith("signal.")) {
            return words.label(Kind.SIGNAL, predictor.substring("signal.".length()));
        }
        if (predictor.startsWith("holds.")) {
            LocalText product = words.label(Kind.PRODUCT, predictor.substring("holds.".length()));
            return new LocalText("Has: " + product.en(), "A déjà : " + product.fr());
        }
        if (predictor.startsWith("context.")) {
            return null;
        }
        AttributeDefinition definition = dictionary.find(predictor);
        if (definition == null || definition.sensitivity() == Sensitivity.PROTECTED) {
            return null;
        }
        LocalText said = value(definition, value);
        LocalText phrase = phrase(predictor, value);
        if (phrase != null) {
            return new LocalText(
                    phrase.en().replace("{value}", said.en()), phrase.fr().replace("{value}", said.fr()));
        }
        return new LocalText(
                definition.label().en() + ": " + said.en(), definition.label().fr() + " : " + said.fr());
    }

    /** Words of the dictionary, where they are certainly true: none of something is little of it; the rest is said as a figure. */
    private @Nullable LocalText phrase(String predictor, Object value) {
        return switch (value) {
            case Boolean yes -> words.attributeWords(predictor, yes ? "yes" : "no");
            case Number number when number.doubleValue() == 0 -> words.attributeWords(predictor, "low");
            default -> null;
        };
    }

    private LocalText value(AttributeDefinition definition, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? new LocalText("yes", "oui") : new LocalText("no", "non");
        }
        if (value instanceof Number number) {
            double d = number.doubleValue();
            String unit = switch (definition.unit()) {
                case "eur" -> " €";
                case "percent" -> " %";
                case "gb" -> " GB";
                default -> "";
            };
            String en =
                    d == Math.rint(d) ? Long.toString((long) d) : String.format(java.util.Locale.ENGLISH, "%.2f", d);
            return new LocalText(en + unit, en.replace('.', ',') + unit.replace("GB", "Go"));
        }
        return words.attributeValue(definition.key(), value.toString());
    }

    /** In words: agents read no figures. */
    private static LocalText trackRecord(double propensity) {
        return propensity >= 0.5
                ? new LocalText("Most say yes in this situation", "La plupart disent oui dans cette situation")
                : new LocalText("Often taken up in this situation", "Souvent accepté dans cette situation");
    }

    private static void keepFirst(Map<String, LocalText> map, int count) {
        List<String> keys = new ArrayList<>(map.keySet());
        keys.subList(Math.min(count, keys.size()), keys.size()).forEach(map::remove);
    }

    private static void put(Map<String, LocalText> into, LocalText text) {
        into.putIfAbsent(text.en(), text);
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
