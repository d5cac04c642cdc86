package org.attune.studio;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.attune.simulation.ExpectedEffect;
import org.attune.simulation.OffPolicyEstimates;
import org.attune.strategy.Strategy;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much more or less would be accepted under a draft, estimated from what was decided and answered under other revisions. */
class EffectPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EffectPanel.class);

    private static final int TELL_EVERY = 50;

    private final transient RevisionDesk desk;
    private final Div result = new Div();
    private final Span progress = new Span();
    private final ActionButton run;
    private transient Supplier<Strategy> candidate = () -> {
        throw new IllegalStateException("nothing is shown");
    };
    // Read by the thread that estimates.
    private volatile int round;

    EffectPanel(RevisionDesk desk) {
        this.desk = desk;
        addClassName("stack");
        run = new ActionButton(
                Texts.of("revisions.effect.run", desk.formats().count(OffPolicyEstimates.USUAL)), click -> run());
        progress.getElement().setAttribute("role", "status");
        progress.addClassName("muted");
        Div head = new Div(run, progress);
        head.addClassName("row");
        Paragraph hint = new Paragraph(Texts.of("revisions.effect.hint"));
        hint.addClassNames("muted", "small");
        result.addClassName("stack");
        add(head, hint, result);
    }

    /** Another revision is shown: what is being worked out for the last one is given up. */
    void show(Supplier<Strategy> strategy) {
        candidate = strategy;
        round++;
        result.removeAll();
        progress.setText("");
        run.setEnabled(desk.live().exists());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        round++;
    }

    /** Thousands of decisions: not on the page's thread. */
    private void run() {
        UI ui = UI.getCurrent();
        int mine = round;
        Strategy draft = candidate.get();
        Strategy live = desk.live().current();
        run.setEnabled(false);
        result.removeAll();
        progress.setText(Texts.of("revisions.effect.progress", 0));
        Thread.ofVirtual().name("effect").start(() -> {
            try {
                ExpectedEffect effect =
                        desk.estimates().estimate(live, draft, OffPolicyEstimates.USUAL, done -> tell(ui, mine, done));
                ui.access(() -> paint(mine, effect));
            } catch (CancellationException | UIDetachedException leftThePage) {
                LOG.debug("An estimate was given up: nobody looks at it.");
            } catch (RuntimeException e) {
                LOG.warn("An estimate failed", e);
                ui.access(() -> say(mine, Texts.of("revisions.effect.failed")));
            }
        });
    }

    private void tell(UI ui, int of, int done) {
        if (of != round) {
            throw new CancellationException();
        }
        if (done % TELL_EVERY == 0) {
            ui.access(() -> {
                if (of == round) {
                    progress.setText(
                            Texts.of("revisions.effect.progress", desk.formats().count(done)));
                }
            });
        }
    }

    private void say(int of, String words) {
        if (of == round) {
            progress.setText(words);
            run.setEnabled(true);
        }
    }

    private void paint(int of, ExpectedEffect effect) {
        if (of == round) {
            say(of, Texts.of(effect.accepted() == null ? "revisions.effect.empty" : "revisions.effect.done"));
            result.add(new EffectWords(desk.formats()).tell(effect));
        }
    }
}
