package org.attune.studio;

import java.util.function.LongConsumer;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.strategy.Strategies;
import org.attune.ui.Ask;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** Pauses and resumes, after saying what will happen. */
final class KillSwitch {
    private final Strategies strategies;
    private final String who;

    KillSwitch(Strategies strategies, String who) {
        this.strategies = strategies;
        this.who = who;
    }

    /** Asks, then turns the action on or off and tells the number of the new revision. */
    void ask(Action action, LongConsumer done) {
        String title = Words.in(action.title());
        String verb = action.paused() ? "resume" : "pause";
        Runnable turn = () -> {
            long revision = strategies.pause(action.key(), !action.paused(), who);
            Notify.success(Texts.of("studio." + verb + ".action.done", title, revision));
            done.accept(revision);
        };
        show(verb + ".action", title, action.paused(), turn);
    }

    /** The same for everything in an issue. */
    void ask(Issue issue, int actions, LongConsumer done) {
        String label = Words.in(issue.label());
        String verb = issue.paused() ? "resume" : "pause";
        Runnable turn = () -> {
            long revision = strategies.pauseIssue(issue.key(), !issue.paused(), who);
            Notify.success(Texts.of("studio." + verb + ".issue.done", label, revision));
            done.accept(revision);
        };
        show(verb + ".issue", label, issue.paused(), turn, actions);
    }

    private static void show(String key, String name, boolean resumes, Runnable turn, Object... more) {
        Object[] words = new Object[more.length + 1];
        words[0] = name;
        System.arraycopy(more, 0, words, 1, more.length);
        String title = Texts.of("studio." + key + ".title", words);
        String question = Texts.of("studio." + key + ".question", words);
        if (resumes) {
            Ask.confirm(title, question, Texts.of("studio.resume"), turn);
        } else {
            Ask.danger(title, question, Texts.of("studio.pause"), turn);
        }
    }
}
