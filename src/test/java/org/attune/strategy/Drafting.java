package org.attune.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;

/** Small documents for tests. */
final class Drafting {
    private Drafting() {}

    static Issue issue(String key) {
        return new Issue(key, LocalText.same("Issue " + key), 0.5, 0.05, Lever.NONE, false, Engagement.NONE);
    }

    static Action action(String key, int minutes) {
        return new Action(
                key,
                "g",
                Nature.HELP,
                LocalText.same("Title of " + key),
                LocalText.same("Good"),
                minutes,
                40,
                60,
                new BigDecimal("1.00"),
                new BigDecimal("0.00"),
                Set.of(Channel.CALL_CENTER, Channel.WEB),
                null,
                null,
                0.3,
                ActionClass.DEFAULT,
                false,
                Lever.NONE,
                new Engagement("", "arrears_days >= 1.0", ""),
                List.of(new Treatment(key + "-neutral", Tone.NEUTRAL, new LocalText("Shall we?", "On y va ?"))),
                List.of());
    }

    static StrategyDocument document(Action... actions) {
        return StrategyDocument.of(
                List.of(issue("service")),
                List.of(new Group("g", "service", LocalText.same("Group"), Lever.NONE, Engagement.NONE)),
                List.of(actions),
                List.of(),
                ArbitrationSettings.DEFAULT);
    }

    /** So many actions a0, a1, ... */
    static StrategyDocument large(int count) {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            actions.add(action("a" + i, 3));
        }
        return document(actions.toArray(Action[]::new));
    }
}
