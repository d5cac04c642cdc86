package org.attune.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What is measured of open desks.
 *
 * @param desks how many
 * @param time for how long calls come
 * @param every from one call at a desk to its next
 * @param length of a call with its wrap-up
 * @param memory whether live bytes of desks are counted
 * @param calls whether calls come
 */
record SessionsOptions(int desks, Duration time, Duration every, Duration length, boolean memory, boolean calls) {
    static SessionsOptions of(String[] args) {
        int desks = args.length > 0 && !args[0].startsWith("--") ? Integer.parseInt(args[0]) : 200;
        Duration every = seconds(value(args, "--every", "240"));
        String only = value(args, "--only", "");
        return new SessionsOptions(
                desks,
                seconds(value(args, "--minutes", "3")).multipliedBy(60),
                every,
                seconds(value(args, "--length", Double.toString(every.toMillis() / 4e3))),
                !only.equals("calls"),
                !only.equals("memory"));
    }

    private static Duration seconds(String number) {
        return Duration.ofMillis(Math.round(1_000 * Double.parseDouble(number)));
    }

    private static String value(String[] args, String name, String otherwise) {
        int at = Arrays.asList(args).indexOf(name);
        return at < 0 || at + 1 == args.length ? otherwise : args[at + 1];
    }

    /** So many that no two calls are about the same customer: the first one of each desk, and those that come. */
    int customers() {
        return desks * (calls ? 2 + (int) Math.ceilDiv(time.toMillis(), every.toMillis()) : 1);
    }
}
