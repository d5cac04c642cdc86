package org.attune.studio;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.ActionButton;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The studio without a browser: a live catalog that holds an action of the test's own, and what an admin can press. */
@AttuneTest
abstract class StudioPages extends SpringBrowserlessTest {
    @Autowired
    Strategies strategies;

    @Autowired
    LiveStrategy live;

    @BeforeEach
    void inEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    /** Publishes an action of this key in a group of its own, beside what is live. */
    Action publish(String key) {
        StrategyDocument now = live.exists() ? strategies.document() : StrategyDocument.EMPTY;
        List<Issue> issues = new ArrayList<>(now.issues());
        if (now.catalog().issue("service") == null) {
            issues.add(new Issue(
                    "service", new LocalText("Service", "Service"), 0.3, 0.05, Lever.NONE, false, Engagement.NONE));
        }
        List<Group> groups = new ArrayList<>(now.groups());
        if (now.catalog().group("studio-test") == null) {
            groups.add(new Group("studio-test", "service", LocalText.same("Studio test"), Lever.NONE, Engagement.NONE));
        }
        List<Action> actions = new ArrayList<>(now.actions());
        actions.removeIf(each -> each.key().equals(key));
        actions.add(action(key));
        strategies.publish(now.with(new Catalog(issues, groups, actions)), "test", "test");
        return actions.getLast();
    }

    private static Action action(String key) {
        return new Action(
                key,
                "studio-test",
                Nature.HELP,
                new LocalText("Title of " + key, "Titre de " + key),
                new LocalText("Something good", "Du bon"),
                3,
                40,
                60,
                new BigDecimal("1.00"),
                new BigDecimal("0.00"),
                Set.of(Channel.CALL_CENTER),
                null,
                null,
                0.3,
                ActionClass.DEFAULT,
                false,
                Lever.NONE,
                Engagement.NONE,
                List.of(new Treatment(key + "-neutral", Tone.NEUTRAL, new LocalText("Shall we?", "On y va ?"))),
                List.of());
    }

    Action current(String key) {
        Action action = strategies.document().catalog().action(key);
        if (action == null) {
            throw new AssertionError("no action " + key);
        }
        return action;
    }

    void open(String key) {
        UI.getCurrent().navigate(ActionView.PATH + key);
    }

    TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    void press(String words) {
        test(find(ActionButton.class)
                        .withCondition(each -> each.label().equals(words))
                        .single())
                .click();
    }

    void confirm() {
        test(find(ConfirmDialog.class).single()).confirm();
    }

    /** Everything short that can be read on the page. */
    List<String> words() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }

    @SuppressWarnings("unchecked")
    Grid<CatalogRow> catalog() {
        return find(Grid.class).withAttribute("aria-label", "Catalog").single();
    }

    NativeButton named(String name, com.vaadin.flow.component.Component within) {
        return find(NativeButton.class, within)
                .withAttribute("aria-label", name)
                .single();
    }

    static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("it did not happen within 20 s");
        }
    }
}
