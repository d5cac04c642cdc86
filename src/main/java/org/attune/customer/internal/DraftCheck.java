package org.attune.customer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerDraft;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.QuietHours;
import org.attune.customer.Wishes;
import org.attune.kernel.Channel;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;

/** Checks a draft against the dictionary and collects everything that is wrong. Used once. */
final class DraftCheck {
    static final int MAX_REF = 100;
    private static final int MAX_TEXT = 200;
    private static final int MAX_LIST = 200;

    private final CustomerDraft draft;
    private final AttributeDictionary dictionary;
    private final PhoneNumbers phoneNumbers;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();

    private DraftCheck(CustomerDraft draft, AttributeDictionary dictionary, PhoneNumbers phoneNumbers, Instant now) {
        this.draft = draft;
        this.dictionary = dictionary;
        this.phoneNumbers = phoneNumbers;
        this.now = now;
    }

    /** The draft with everything in its kept form, or an InvalidException with all problems. */
    static CheckedDraft check(
            CustomerDraft draft, AttributeDictionary dictionary, PhoneNumbers phoneNumbers, Instant now) {
        return new DraftCheck(draft, dictionary, phoneNumbers, now).check();
    }

    private CheckedDraft check() {
        required("ref", draft.ref(), MAX_REF);
        if (draft.displayName() != null) {
            required("displayName", draft.displayName(), MAX_TEXT);
        }
        CheckedDraft checked = new CheckedDraft(
                draft.ref(),
                draft.displayName() == null ? null : draft.displayName().strip(),
                draft.language(),
                phones(),
                attributes(),
                consents(),
                preferences(),
                holdings(),
                states());
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        return checked;
    }

    private @Nullable List<String> phones() {
        if (draft.phones() == null) {
            return null;
        }
        Set<String> phones = new LinkedHashSet<>();
        for (int i = 0; i < draft.phones().size(); i++) {
            String told = draft.phones().get(i);
            String phone = told == null ? null : phoneNumbers.normalise(told);
            if (phone == null) {
                problem("phones[" + i + "]", "'" + told + "' is not a phone number; write it like +33 6 12 34 56 78.");
            } else {
                phones.add(phone);
            }
        }
        return List.copyOf(phones);
    }

    private Map<String, @Nullable Object> attributes() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        each(draft.attributes()).forEach((key, raw) -> {
            AttributeDefinition definition = dictionary.find(key);
            Object value = raw == null || definition == null ? null : Values.read(definition.type(), raw);
            if (definition == null) {
                problem("attributes." + key, unknownAttribute(key, dictionary));
            } else if (raw != null && value == null) {
                problem("attributes." + key, doesNotFit(raw, definition));
            } else {
                values.put(key, value);
            }
        });
        return values;
    }

    /** Says that there is no such attribute and which one was probably meant. */
    static String unknownAttribute(String key, AttributeDictionary dictionary) {
        List<String> known =
                dictionary.all().stream().map(AttributeDefinition::key).toList();
        return "There is no attribute '" + key + "'." + Similar.hint(key, known);
    }

    /** Says what a value should have been. */
    static String doesNotFit(Object raw, AttributeDefinition definition) {
        String shown = raw.toString();
        shown = shown.length() > 60 ? shown.substring(0, 60) + "..." : shown;
        return "'" + shown + "' is not " + Values.wanted(definition.type()) + ".";
    }

    private Map<String, @Nullable Object> consents() {
        Map<String, @Nullable Object> consents = new LinkedHashMap<>();
        each(draft.consents()).forEach((purpose, given) -> {
            name("consents", purpose);
            consents.put(purpose, given);
        });
        return consents;
    }

    private Map<String, @Nullable Object> preferences() {
        Map<String, @Nullable Object> preferences = new LinkedHashMap<>();
        each(draft.preferences()).forEach((key, value) -> {
            name("preferences", key);
            if (value != null) {
                required("preferences." + key, value, MAX_TEXT);
                readable(key, value);
            }
            preferences.put(key, value);
        });
        return preferences;
    }

    /** A wish that nobody could obey is not taken. */
    private void readable(String key, String value) {
        if (key.equals(Wishes.QUIET_HOURS) && QuietHours.parse(value) == null) {
            problem("preferences." + key, "Write quiet hours like 18:00-09:00.");
        } else if (key.equals(Wishes.CHANNEL)
                && Arrays.stream(Channel.values()).noneMatch(each -> each.key().equals(value))) {
            problem("preferences." + key, "'" + value + "' is no channel.");
        } else if (key.equals(Wishes.TONE)
                && Arrays.stream(Tone.values()).noneMatch(each -> each.key().equals(value))) {
            problem("preferences." + key, "'" + value + "' is no tone: gentle, neutral or direct.");
        }
    }

    private @Nullable List<Holding> holdings() {
        if (draft.holdings() == null) {
            return null;
        }
        if (draft.holdings().size() > MAX_LIST) {
            problem("holdings", "There are more than " + MAX_LIST + ".");
        }
        for (int i = 0; i < draft.holdings().size(); i++) {
            Holding holding = draft.holdings().get(i);
            required("holdings[" + i + "].product", holding == null ? null : holding.product(), MAX_TEXT);
            if (holding != null && holding.label() != null) {
                required("holdings[" + i + "].label", holding.label(), MAX_TEXT);
            }
        }
        return problems.isEmpty() ? List.copyOf(draft.holdings()) : List.of();
    }

    private @Nullable List<StateDraft> states() {
        if (draft.states() == null) {
            return null;
        }
        List<StateDraft> states = new ArrayList<>();
        Set<CustomerState> open = EnumSet.noneOf(CustomerState.class);
        for (int i = 0; i < draft.states().size(); i++) {
            StateDraft told = draft.states().get(i);
            String place = "states[" + i + "]";
            if (told == null || told.state() == null) {
                problem(place + ".state", "Which state? It is missing.");
                continue;
            }
            Instant begins = told.since() == null ? now : told.since();
            if (told.until() != null && !told.until().isAfter(begins)) {
                problem(place + ".until", "The end must lie after the beginning.");
            }
            if (told.note() != null) {
                required(place + ".note", told.note(), MAX_TEXT);
            }
            if (told.until() == null && !open.add(told.state())) {
                problem(place + ".state", "'" + told.state().key() + "' is told twice; give one of them an end.");
            }
            states.add(new StateDraft(
                    told.state(),
                    told.since() == null ? null : Sql.micros(told.since()),
                    told.until() == null ? null : Sql.micros(told.until()),
                    told.note()));
        }
        return states;
    }

    private void name(String place, @Nullable String key) {
        if (key == null || !key.matches("[A-Za-z][A-Za-z0-9_.-]{0,62}")) {
            problem(place, "'" + key + "' is not a name; use letters, digits, _ and -, at most 63.");
        }
    }

    private void required(String place, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            problem(place, "It is missing.");
        } else if (text.length() > max) {
            problem(place, "It has more than " + max + " characters.");
        } else if (text.chars().anyMatch(Character::isISOControl) || !Values.legible(text)) {
            problem(place, "It contains characters that cannot be read.");
        }
    }

    private void problem(String place, String message) {
        problems.add(new Problem(place, message));
    }

    private static <V> Map<String, V> each(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
