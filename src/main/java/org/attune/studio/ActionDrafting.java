package org.attune.studio;

import org.attune.catalog.Action;
import org.attune.kernel.NotFoundException;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Texts;

/** Keeps the change of an action in the admin's own draft, beside whatever else that draft changes. */
final class ActionDrafting {
    private ActionDrafting() {}

    /** Puts what differs between two versions into the draft; places nobody touched stay as the draft has them. */
    static RevisionInfo keep(ChangeRequests requests, Action base, Action changed, String who) {
        return requests.amend(
                document -> with(document, base, changed),
                Texts.of("studio.trail.action.edited") + ": " + Words.in(changed.title()),
                who);
    }

    private static StrategyDocument with(StrategyDocument document, Action base, Action changed) {
        Action there = document.catalog().action(base.key());
        if (there == null) {
            throw new NotFoundException("action", base.key());
        }
        ActionDraft draft = new ActionDraft(there);
        for (ActionField field : ActionField.values()) {
            if (field.differs(base, changed)) {
                field.copy(changed, draft);
            }
        }
        return document.with(document.catalog().with(draft.toAction()));
    }
}
