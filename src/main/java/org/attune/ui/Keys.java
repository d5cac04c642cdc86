package org.attune.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attune.access.Preferences;
import org.attune.access.Role;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.ui.internal.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of each person: the usual ones, others, or none (WCAG 2.1, 2.1.4). Kept with the person, so the same on every machine. */
@Component
public class Keys {
    private static final String SWITCH = "keys";
    private static final String OFF = "off";
    private static final String PREFIX = "key.";
    /** They choose a card, a reason or a step: they stay what they are. */
    private static final Set<String> TAKEN = Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final List<KeyCommand> commands;
    private final Preferences preferences;
    private final Messages messages;

    Keys(List<KeyCommand.Listed> listed, Preferences preferences, Messages messages) {
        this.messages = messages;
        this.commands =
                listed.stream().flatMap(each -> each.commands().stream()).toList();
        this.preferences = preferences;
    }

    /** The commands that concern a role, in the order in which they are listed. */
    public List<KeyCommand> commands(@Nullable Role role) {
        return commands.stream()
                .filter(each -> role != null && each.roles().contains(role))
                .toList();
    }

    /** The keys of a person. */
    public KeyMap of(String username) {
        Map<String, String> mine = preferences.of(username);
        Map<String, String> chosen = new HashMap<>();
        commands.forEach(each -> chosen.put(each.key(), mine.getOrDefault(PREFIX + each.id(), each.key())));
        return new KeyMap(!OFF.equals(mine.get(SWITCH)), chosen);
    }

    /** Switches single keys on or off. */
    public void setOn(String username, boolean on) {
        preferences.put(username, SWITCH, on ? null : OFF);
    }

    /**
     * Gives a command another key.
     *
     * @throws InvalidException not one character, a digit, or the key of another command, in words
     */
    public void put(String username, KeyCommand command, String typed) {
        String key = typed.strip().toUpperCase(Locale.ROOT);
        if (key.length() != 1 || Character.isISOControl(key.charAt(0))) {
            throw refused(command, "ui.keys.one");
        }
        if (TAKEN.contains(key)) {
            throw refused(command, "ui.keys.digit");
        }
        KeyCommand other = owner(of(username), key);
        if (other != null && !other.equals(command)) {
            throw new InvalidException(List.of(new Problem(
                    command.id(), new LocalText(taken(key, other, Locale.ENGLISH), taken(key, other, Locale.FRENCH)))));
        }
        preferences.put(username, PREFIX + command.id(), key.equals(command.key()) ? null : key);
    }

    private String taken(String key, KeyCommand other, Locale locale) {
        return messages.getTranslation("ui.keys.taken", locale, key, messages.getTranslation(other.labelKey(), locale));
    }

    private InvalidException refused(KeyCommand command, String words) {
        return new InvalidException(List.of(new Problem(
                command.id(),
                new LocalText(
                        messages.getTranslation(words, Locale.ENGLISH),
                        messages.getTranslation(words, Locale.FRENCH)))));
    }

    /** All keys are the usual ones again; whether they are on stays as it is. */
    public void reset(String username) {
        preferences.forget(username, PREFIX);
    }

    private @Nullable KeyCommand owner(KeyMap map, String key) {
        return commands.stream()
                .filter(each -> key.equals(map.chosen().get(each.key())))
                .findFirst()
                .orElse(null);
    }
}
