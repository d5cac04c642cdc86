package org.attune.kernel;

import java.util.List;

/** The request is well formed but does not fit the state things are in: an illegal move, a stale edit. */
public final class ConflictException extends AttuneException {
    private final transient List<Problem> places;
    private final transient LocalText words;

    public ConflictException(String message) {
        this(message, List.of());
    }

    /** A conflict that is told to people, too. */
    public ConflictException(LocalText words) {
        super(words.en());
        this.places = List.of();
        this.words = words;
    }

    /** A conflict at certain places. */
    public ConflictException(String message, List<Problem> places) {
        super(message);
        this.places = List.copyOf(places);
        this.words =
                places.size() == 1 ? new LocalText(message, places.getFirst().french()) : LocalText.same(message);
    }

    /** Where it is, empty when there is nothing to point at. */
    public List<Problem> places() {
        return places;
    }

    @Override
    public LocalText words() {
        return words;
    }
}
