package org.attune.studio;

import com.vaadin.flow.router.QueryParameters;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.kernel.NotFoundException;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.PartEdit;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionState;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Opens an action for the editor and brings it back: live at once, or into a draft. */
final class ActionDesk {
    private final Strategies strategies;
    private final ChangeRequests requests;
    private final LiveStrategy live;
    private final String who;

    ActionDesk(Strategies strategies, ChangeRequests requests, LiveStrategy live, String who) {
        this.strategies = strategies;
        this.requests = requests;
        this.live = live;
        this.who = who;
    }

    StrategyDocument document() {
        return live.exists() ? live.current().document() : StrategyDocument.EMPTY;
    }

    Catalog catalog() {
        return document().catalog();
    }

    /** The live action of a key, null when there is none. */
    @Nullable
    Action live(String key) {
        return catalog().action(key);
    }

    /** The live action; else the one in this admin's own draft; else a new one as the address tells. */
    Opened open(String key, QueryParameters parameters) {
        Action action = live(key);
        if (action != null) {
            return Opened.in(catalog(), action, false);
        }
        Opened drafted = drafted(key);
        if (drafted != null) {
            return drafted;
        }
        NewAction begun = NewAction.of(key, parameters);
        if (begun == null) {
            throw new NotFoundException("action", key);
        }
        return Opened.in(catalog(), begun.in(catalog()), true);
    }

    private @Nullable Opened drafted(String key) {
        return requests.open().stream()
                .filter(each ->
                        each.state() == RevisionState.DRAFT && each.who().equals(who))
                .map(each -> requests.document(each.number()).catalog())
                .filter(catalog -> catalog.action(key) != null)
                .map(catalog -> Opened.in(catalog, java.util.Objects.requireNonNull(catalog.action(key)), true))
                .findFirst()
                .orElse(null);
    }

    /** Makes it live; returns the number of the new revision. */
    long publish(Opened base, Action mine) {
        return base.isNew()
                ? strategies.edit(PartEdit.action(null, mine), who)
                : strategies.edit(base.action(), mine, who);
    }

    /** Puts what differs into the admin's own draft; places nobody touched stay as the draft has them. */
    RevisionInfo keep(Opened base, Action mine) {
        String what = base.isNew() ? "studio.trail.action.added" : "studio.trail.action.edited";
        return requests.amend(
                document -> with(document, base, mine), Texts.of(what) + ": " + Words.in(mine.title()), who);
    }

    /** Takes it out of the catalog; the number of the new revision, or of the draft where a second person approves. */
    long retire(Action action) {
        PartEdit edit = PartEdit.action(action, null);
        if (strategies.approval().required()) {
            String note = Texts.of("studio.trail.action.removed") + ": " + Words.in(action.title());
            return requests.amend(edit::apply, note, who).number();
        }
        return strategies.edit(edit, who);
    }

    private static StrategyDocument with(StrategyDocument document, Opened base, Action changed) {
        Action there = document.catalog().action(changed.key());
        if (there == null && base.isNew()) {
            return PartEdit.action(null, changed).apply(document);
        }
        if (there == null) {
            throw new NotFoundException("action", changed.key());
        }
        ActionDraft draft = new ActionDraft(there);
        for (ActionField field : ActionField.values()) {
            if (field.differs(base.action(), changed)) {
                field.copy(changed, draft);
            }
        }
        return document.with(document.catalog().with(draft.toAction()));
    }
}
