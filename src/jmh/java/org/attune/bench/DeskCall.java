package org.attune.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * One call at one desk, from the ring to the end of the wrap-up: the telephone system tells, the agent presses keys, and each is timed
 * from when it was sent until the last byte of what the page shows for it has arrived. Every second call is taken by its key, the others
 * are answered at the telephone.
 */
final class DeskCall {
    private static final String[] QUEUES = {"billing", "support", "retention", "bench"};

    private final Telephone telephone;
    private final LightDesk desk;
    private final String customer;
    private final int number;
    private final Duration length;
    private final DeskFigures figures;
    private final String id = UUID.randomUUID().toString();
    private final long began;

    /**
     * @param number of the call, which decides its queue and how it is taken
     * @param length of the call and its wrap-up
     * @param due when it rings, {@link System#nanoTime}
     */
    DeskCall(
            Telephone telephone,
            LightDesk desk,
            String customer,
            int number,
            Duration length,
            long due,
            DeskFigures figures) {
        this.telephone = telephone;
        this.desk = desk;
        this.customer = customer;
        this.number = number;
        this.length = length;
        this.began = due;
        this.figures = figures;
    }

    /** Goes through all of it. When something fails, the rest of the call is given up, and it is ended as far as that goes. */
    void run() {
        if (!all()) {
            figures.other("given up", () -> {
                tell("ended", "");
                desk.key("w");
                return 0;
            });
        }
    }

    private boolean all() {
        String queue = QUEUES[number % QUEUES.length];
        waitUntil(0);
        boolean well = figures.push(
                        "ring",
                        () -> told(
                                "ring-card",
                                "ringing",
                                "\"agent\": \"%s\", \"customer\": \"%s\", \"queue\": \"%s\""
                                        .formatted(desk.user(), customer, queue)))
                && taken();
        if (!well) {
            return false;
        }
        waitUntil(0.15);
        if (desk.cards() > 1) {
            well = figures.interaction("choose", () -> key("2"));
        }
        waitUntil(0.25);
        well = well && figures.interaction("decline", () -> showing(desk.key("d"), "answer-dialog"));
        waitUntil(0.28);
        well = well && figures.interaction("its reason", () -> showing(desk.key("1"), "\"changes\""));
        waitUntil(0.45);
        well = well && figures.interaction("accept", () -> key("a"));
        waitUntil(0.6);
        return well && ended(queue.equals("bench"));
    }

    private boolean taken() {
        waitUntil(0.03);
        String answered = "\"agent\": \"" + desk.user() + "\"";
        if (number % 2 == 0) {
            return figures.push("list", () -> told("\"workplace\"", "answered", answered));
        }
        return figures.interaction("take", () -> showing(desk.key("r"), "\"workplace\""))
                && figures.other("event", () -> tell("answered", answered));
    }

    private boolean ended(boolean atOnce) {
        if (atOnce) {
            boolean told = figures.other("event", () -> tell("ended", ""));
            waitUntil(0.66);
            return told && figures.interaction("end", () -> showing(desk.key("w"), "empty-desk"));
        }
        // The page is told, says that the agent's hands are free, and is shown the dialog.
        boolean well = figures.push("wrap-up", () -> told("wrap-up-finish", "ended", ""));
        waitUntil(0.64);
        well = well && figures.interaction("code", () -> key("1"));
        waitUntil(0.68);
        return well && figures.interaction("finish", () -> showing(desk.click("wrap-up-finish"), "empty-desk"));
    }

    /** Nanoseconds from the telephone system's request until the page has been told something. */
    private long told(String shows, String type, String data) throws IOException, InterruptedException {
        CompletableFuture<LightPage.Told> next = desk.next(shows);
        long sent = System.nanoTime();
        tell(type, data);
        return desk.await(next).at() - sent;
    }

    private long tell(String type, String data) throws IOException, InterruptedException {
        return telephone.tell(id, type, data);
    }

    private long key(String key) throws IOException, InterruptedException {
        LightPage.Reply reply = desk.key(key);
        return reply.at() - reply.sent();
    }

    private static long showing(LightPage.Reply reply, String what) {
        if (!reply.text().contains(what)) {
            throw new IllegalStateException("no " + what + " in "
                    + reply.text().substring(0, Math.min(400, reply.text().length())));
        }
        return reply.at() - reply.sent();
    }

    private void waitUntil(double share) {
        long due = began + (long) (share * length.toNanos());
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        figures.late(System.nanoTime() - due);
    }
}
