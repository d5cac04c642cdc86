package org.attune.strategy;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.attune.strategy.RevisionStep.Kind;
import org.attune.strategy.internal.DocumentDifference;
import org.attune.strategy.internal.ExactJson;
import org.attune.strategy.internal.Merge;
import org.attune.strategy.internal.RevisionStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Changes on their way: drafted, handed in, approved by a second person, published, rolled back. Every step is audited. A number is
 * never used twice; publishing and rolling back both move the one pointer that says which revision is live.
 */
@Service
public class ChangeRequests {
    private final RevisionStore store;
    private final Publishing publishing;
    private final Approval approval;
    private final ApplicationEventPublisher news;
    private final ExactJson json;
    private final Clock clock;

    ChangeRequests(
            RevisionStore store,
            Publishing publishing,
            Approval approval,
            ApplicationEventPublisher news,
            ExactJson json,
            Clock clock) {
        this.store = store;
        this.publishing = publishing;
        this.approval = approval;
        this.news = news;
        this.json = json;
        this.clock = clock;
    }

    /** A revision and its way; an unknown number is a NotFoundException. */
    public RevisionInfo info(long number) {
        return store.info(number).orElseThrow(() -> new NotFoundException("revision", number));
    }

    /** The document of a revision as it is now; an unknown number is a NotFoundException. */
    public StrategyDocument document(long number) {
        if (number < 1) {
            throw new NotFoundException("revision", number);
        }
        return publishing.document(number);
    }

    /** Revisions below a number, newest first. */
    public List<RevisionInfo> before(long number, int limit) {
        return store.latest(number, limit);
    }

    /** Change requests that have not come to their end, newest first. */
    public List<RevisionInfo> open() {
        return store.open();
    }

    /**
     * Keeps a document as a draft.
     *
     * @param base the revision it was made from, 0 when there was none
     * @throws InvalidException listing everything that is wrong with it
     * @throws NotFoundException there is no revision {@code base}
     */
    public RevisionInfo draft(StrategyDocument document, long base, String note, String who) {
        List<Problem> problems = publishing.problems(document);
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        return publishing.alone(pointer -> {
            publishing.document(base);
            long number = store.next();
            store.store(
                    new RevisionStore.Draft(number, RevisionState.DRAFT, base, document, note), who, clock.instant());
            return step(number, Kind.DRAFTED, note, who);
        });
    }

    /**
     * Changes a draft of one's own, or makes one from the live revision when there is none.
     *
     * @param change gets the draft's document
     * @throws InvalidException listing everything that is wrong with the outcome
     */
    public RevisionInfo amend(UnaryOperator<StrategyDocument> change, String note, String who) {
        return publishing.alone(pointer -> {
            RevisionInfo own = store.open().stream()
                    .filter(each ->
                            each.state() == RevisionState.DRAFT && each.who().equals(who))
                    .findFirst()
                    .orElse(null);
            if (own == null) {
                return draft(change.apply(publishing.document(pointer.number())), pointer.number(), note, who);
            }
            StrategyDocument changed = change.apply(publishing.document(own.number()));
            List<Problem> problems = publishing.problems(changed);
            if (!problems.isEmpty()) {
                throw new InvalidException(problems);
            }
            store.rewrite(own.number(), changed);
            return step(own.number(), Kind.CHANGED, note, who);
        });
    }

    /** Hands a draft in for review. */
    public RevisionInfo submit(long number, String note, String who) {
        return move(number, List.of(RevisionState.DRAFT), RevisionState.SUBMITTED, Kind.SUBMITTED, note, who);
    }

    /** Agrees to it. Where a second person is required, not one's own. */
    public RevisionInfo approve(long number, String note, String who) {
        approval.requireOther(info(number).who(), who);
        return move(number, List.of(RevisionState.SUBMITTED), RevisionState.APPROVED, Kind.APPROVED, note, who);
    }

    /** Gives it back to its author; an approval is void then. */
    public RevisionInfo sendBack(long number, String note, String who) {
        List<RevisionState> from = List.of(RevisionState.SUBMITTED, RevisionState.APPROVED);
        return move(number, from, RevisionState.DRAFT, Kind.RETURNED, note, who);
    }

    /** Ends it without effect. */
    public RevisionInfo discard(long number, String note, String who) {
        List<RevisionState> from = List.of(RevisionState.DRAFT, RevisionState.SUBMITTED, RevisionState.APPROVED);
        return move(number, from, RevisionState.DISCARDED, Kind.DISCARDED, note, who);
    }

    /** What would go live with it now: the document itself, or merged with what has become live since it was made. */
    public StrategyDocument asPublished(long number) {
        RevisionInfo info = info(number);
        return info.state().open() ? merged(info, store.pointer().number()) : publishing.document(number);
    }

    /**
     * Makes it live. When something else has become live since it was made, both are merged.
     *
     * @throws ConflictException not approved where that is required; in another state; or both changed the same thing, then with
     *     the places
     * @throws InvalidException the outcome has errors, or a persona fails
     */
    public RevisionInfo publish(long number, String note, String who) {
        publishing.goLive(who, pointer -> {
            RevisionInfo info = info(number);
            requireState(info, publishable());
            StrategyDocument document = merged(info, pointer.number());
            Strategy next = publishing.checked(number, document);
            List<Problem> objections = publishing.objections(next);
            if (!objections.isEmpty()) {
                throw new InvalidException(objections);
            }
            if (info.base() != pointer.number()) {
                store.merge(number, pointer.number(), document);
            }
            step(number, Kind.PUBLISHED, note, who);
            return next;
        });
        return info(number);
    }

    /** Makes a retired revision live again, exactly as it was and under its own number. */
    public RevisionInfo rollBack(long number, String note, String who) {
        publishing.goLive(who, pointer -> {
            RevisionInfo info = info(number);
            requireState(info, List.of(RevisionState.RETIRED));
            Strategy next = publishing.at(number);
            step(number, Kind.ROLLED_BACK, note, who);
            return next;
        });
        return info(number);
    }

    /** What differs between two revisions, 0 being the empty one. */
    public List<DocumentChange> difference(long before, long after) {
        return difference(publishing.document(before), publishing.document(after));
    }

    /** What differs between two documents. */
    public List<DocumentChange> difference(StrategyDocument before, StrategyDocument after) {
        return DocumentDifference.between(json.tree(before), json.tree(after));
    }

    /** Whether a second person has to agree here. */
    public boolean secondPerson() {
        return approval.required();
    }

    /** From which states a change request can be published here. */
    public List<RevisionState> publishable() {
        return approval.required()
                ? List.of(RevisionState.APPROVED)
                : List.of(RevisionState.DRAFT, RevisionState.SUBMITTED, RevisionState.APPROVED);
    }

    private StrategyDocument merged(RevisionInfo info, long live) {
        StrategyDocument mine = publishing.document(info.number());
        if (info.base() == live) {
            return mine;
        }
        Merge.Result result = Merge.of(
                json.tree(publishing.document(info.base())), json.tree(publishing.document(live)), json.tree(mine));
        if (!result.conflicts().isEmpty()) {
            throw new ConflictException(
                    "Revision " + live + " has become live since this was made, and both changed the same. Nothing was"
                            + " overwritten: make the change again on top of what is live.",
                    result.conflicts().stream()
                            .map(place -> new Problem(
                                    place,
                                    new LocalText(
                                            "Changed here and in what is live.",
                                            "Modifié ici et dans ce qui est en service.")))
                            .toList());
        }
        return json.mapper().treeToValue(result.document(), StrategyDocument.class);
    }

    private RevisionInfo move(
            long number, List<RevisionState> from, RevisionState to, Kind kind, String note, String who) {
        return publishing.alone(pointer -> {
            requireState(info(number), from);
            store.state(number, to);
            return step(number, kind, note, who);
        });
    }

    private RevisionInfo step(long number, Kind kind, String note, String who) {
        RevisionInfo before = info(number);
        store.step(number, new RevisionStep(kind, who, clock.instant(), note));
        news.publishEvent(new AuditedEvent(
                who,
                "revision." + kind.key(),
                "revision",
                Long.toString(number),
                before.steps().isEmpty() ? null : before.latest().kind().key(),
                note.isBlank() ? kind.key() : kind.key() + ": " + note));
        return info(number);
    }

    private static void requireState(RevisionInfo info, List<RevisionState> from) {
        if (!from.contains(info.state())) {
            String needed = from.stream()
                    .map(RevisionState::key)
                    .reduce((a, b) -> a + " or " + b)
                    .orElse("");
            throw new ConflictException(new LocalText(
                    "Revision " + info.number() + " is " + info.state().key() + "; that is possible only when it is "
                            + needed + ".",
                    "La révision " + info.number() + " a changé d’état entre-temps : ce n’est plus possible."));
        }
    }
}
