package org.attune.studio;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.DocumentText.Format;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionState;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** What can be done with a revision by whoever is looking, and the files it can be taken along as. */
class RevisionActions extends Div {
    private static final long serialVersionUID = 1L;

    private final transient RevisionDesk desk;
    private final transient Runnable done;
    private final transient Consumer<List<Problem>> refused;

    /**
     * @param done after something was done
     * @param refused with the places that speak against it
     */
    RevisionActions(RevisionDesk desk, Runnable done, Consumer<List<Problem>> refused) {
        this.desk = desk;
        this.done = done;
        this.refused = refused;
        addClassNames("row", "wrap");
    }

    void show(RevisionInfo info) {
        removeAll();
        ChangeRequests requests = desk.requests();
        RevisionState state = info.state();
        boolean publishable = requests.publishable().contains(state);
        if (state == RevisionState.DRAFT) {
            ActionButton submit = button(info, "submit", requests::submit);
            add(publishable ? submit : submit.primary());
        }
        if (state == RevisionState.SUBMITTED) {
            ActionButton approve = button(info, "approve", requests::approve);
            boolean may = desk.strategies().approval().mayApprove(info.who(), desk.who());
            approve.setEnabled(may);
            if (!may) {
                approve.getElement().setAttribute("title", Texts.of("revisions.approve.other"));
            }
            add(approve.primary());
        }
        if (publishable) {
            ActionButton publish = button(info, "publish", requests::publish);
            add(state == RevisionState.SUBMITTED ? publish : publish.primary());
        }
        if (state == RevisionState.SUBMITTED || state == RevisionState.APPROVED) {
            add(button(info, "return", requests::sendBack));
        }
        if (state.open()) {
            add(button(info, "discard", requests::discard));
        }
        if (state == RevisionState.RETIRED) {
            add(button(info, "rollback", requests::rollBack));
        }
        add(download(info, Format.YAML), download(info, Format.JSON));
    }

    private interface Step {
        RevisionInfo take(long number, String note, String who);
    }

    private ActionButton button(RevisionInfo info, String key, Step step) {
        return new ActionButton(Texts.of("revisions.do." + key), click -> ask(info, key, step));
    }

    private void ask(RevisionInfo info, String key, Step step) {
        List<String> words = new ArrayList<>(List.of(Texts.of("revisions.ask." + key, info.number())));
        if (key.equals("rollback")) {
            words.addAll(resumed(info.number()));
        }
        boolean danger = key.equals("rollback") || key.equals("discard");
        BiFunction<Long, String, RevisionInfo> take = (number, note) -> step.take(number, note, desk.who());
        new NoteDialog(
                        Texts.of("revisions.do." + key) + " · #" + info.number(),
                        words,
                        Texts.of("revisions.do." + key),
                        danger,
                        note -> run(info.number(), key, note, take))
                .open();
    }

    private void run(long number, String key, String note, BiFunction<Long, String, RevisionInfo> take) {
        try {
            take.apply(number, note);
            Notify.success(Texts.of("revisions.done." + key, number));
            done.run();
        } catch (InvalidException e) {
            Notify.error(Texts.of("revisions.refused", e.problems().size()));
            refused.accept(e.problems());
        } catch (ConflictException e) {
            if (e.places().isEmpty()) {
                throw e;
            }
            Notify.error(Texts.of("revisions.conflict", e.places().size()));
            refused.accept(e.places());
        }
    }

    /** What a kill switch has turned off since, and rolling back would turn on again. */
    private List<String> resumed(long number) {
        if (!desk.live().exists()) {
            return List.of();
        }
        StrategyDocument now = desk.strategies().document();
        StrategyDocument then = desk.requests().document(number);
        List<String> names = new ArrayList<>();
        for (Issue issue : now.issues()) {
            Issue old = then.catalog().issue(issue.key());
            if (issue.paused() && old != null && !old.paused()) {
                names.add(Words.in(issue.label()));
            }
        }
        for (Action action : now.actions()) {
            Action old = then.catalog().action(action.key());
            if (action.paused() && old != null && !old.paused()) {
                names.add(Words.in(action.title()));
            }
        }
        return names.isEmpty() ? List.of() : List.of(Texts.of("revisions.ask.resumes", String.join(", ", names)));
    }

    private Anchor download(RevisionInfo info, Format format) {
        String name = "attune-" + info.number() + "." + format.name().toLowerCase(Locale.ROOT);
        Anchor link = new Anchor();
        link.add(Icons.DOWNLOAD.create(), new com.vaadin.flow.component.html.Span(format.name()));
        link.getElement().setAttribute("aria-label", Texts.of("revisions.download", format.name()));
        link.addClassNames("btn", "link");
        link.setHref(
                DownloadHandler.fromInputStream(
                        download -> {
                            byte[] bytes = desk.texts()
                                    .write(desk.requests().document(info.number()), format)
                                    .getBytes(StandardCharsets.UTF_8);
                            String type = format == Format.JSON ? "application/json" : "application/yaml";
                            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
                        },
                        name),
                AttachmentType.DOWNLOAD);
        return link;
    }
}
