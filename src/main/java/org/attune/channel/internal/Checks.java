package org.attune.channel.internal;

import java.util.ArrayList;
import java.util.List;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request, so that a client hears it all at once. */
final class Checks {
    private final List<Problem> problems = new ArrayList<>();

    /** Notes a problem unless the condition holds. */
    Checks require(boolean condition, String place, String message) {
        if (!condition) {
            problems.add(new Problem(place, message));
        }
        return this;
    }

    /** Notes a text that is absent or blank. */
    Checks present(@Nullable Object value, String place) {
        return require(value != null && !value.toString().isBlank(), place, "Is missing.");
    }

    /** Notes a text that is too long. */
    Checks atMost(int characters, @Nullable String value, String place) {
        return require(
                value == null || value.length() <= characters, place, "May have up to " + characters + " characters.");
    }

    /** Everything found so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Throws what was found, if anything. */
    void done() {
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
    }

    /** The value; to be used after {@link #present} and {@link #done} have seen to it that it is there. */
    static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("checked before");
        }
        return value;
    }
}
