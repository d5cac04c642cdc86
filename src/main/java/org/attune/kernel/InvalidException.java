package org.attune.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** What was sent cannot be understood or is not allowed; lists every problem with its place. */
public final class InvalidException extends AttuneException {
    private final transient List<Problem> problems;

    public InvalidException(List<Problem> problems) {
        super(problems.stream().map(p -> p.place() + ": " + p.message()).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InvalidException(String place, String message) {
        this(List.of(new Problem(place, message)));
    }

    /** Everything that is wrong, never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** Everything that is wrong, without the places. */
    @Override
    public LocalText words() {
        return new LocalText(
                problems.stream().map(Problem::message).distinct().collect(Collectors.joining(" ")),
                problems.stream().map(Problem::french).distinct().collect(Collectors.joining(" ")));
    }
}
