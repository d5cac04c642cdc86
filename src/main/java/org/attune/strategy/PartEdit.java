package org.attune.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.ConflictException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.policy.Constraint;
import org.attune.policy.ContactLimit;
import org.attune.policy.ContactRule;
import org.attune.policy.EventRule;
import org.jspecify.annotations.Nullable;

/**
 * Adds, replaces or removes one part of a document: an issue, a group, an action, a contact rule, a limit, a constraint or an event rule. It carries
 * the part as the editor saw it, so that nobody's change is overwritten. Whether the outcome holds together - a key that is there
 * twice, a part that others still name - is checked with the whole document.
 */
public final class PartEdit {
    private static final Set<String> TOLD_BY_NAME = Set.of("action", "group", "issue", "event-rule");

    private final String subject;
    private final String key;
    private final String what;
    private final Function<StrategyDocument, StrategyDocument> change;
    private final Function<StrategyDocument, @Nullable Object> part;

    private PartEdit(
            String subject,
            String key,
            String what,
            Function<StrategyDocument, StrategyDocument> change,
            Function<StrategyDocument, @Nullable Object> part) {
        this.subject = subject;
        this.key = key;
        this.what = what;
        this.change = change;
        this.part = part;
    }

    /**
     * An action.
     *
     * @param base as the editor saw it, null to add
     * @param changed null to take it out of the catalog; what was decided with it stays
     */
    public static PartEdit action(@Nullable Action base, @Nullable Action changed) {
        return of(
                "action",
                base,
                changed,
                Action::key,
                StrategyDocument::actions,
                (document, list) -> document.with(new Catalog(document.issues(), document.groups(), list)));
    }

    /** A group, like {@link #action}. */
    public static PartEdit group(@Nullable Group base, @Nullable Group changed) {
        return of(
                "group",
                base,
                changed,
                Group::key,
                StrategyDocument::groups,
                (document, list) -> document.with(new Catalog(document.issues(), list, document.actions())));
    }

    /** An issue, like {@link #action}. */
    public static PartEdit issue(@Nullable Issue base, @Nullable Issue changed) {
        return of(
                "issue",
                base,
                changed,
                Issue::key,
                StrategyDocument::issues,
                (document, list) -> document.with(new Catalog(list, document.groups(), document.actions())));
    }

    /**
     * A contact rule.
     *
     * @param base as the editor saw it, null to add
     * @param changed null to remove
     */
    public static PartEdit rule(@Nullable ContactRule base, @Nullable ContactRule changed) {
        return of(
                "contact rule",
                base,
                changed,
                ContactRule::key,
                StrategyDocument::contactPolicy,
                (document, list) -> document.with(list, document.contactLimits(), document.constraints()));
    }

    /** A limit, like {@link #rule}. */
    public static PartEdit limit(@Nullable ContactLimit base, @Nullable ContactLimit changed) {
        return of(
                "contact limit",
                base,
                changed,
                ContactLimit::key,
                StrategyDocument::contactLimits,
                (document, list) -> document.with(document.contactPolicy(), list, document.constraints()));
    }

    /** A constraint, like {@link #rule}. */
    public static PartEdit constraint(@Nullable Constraint base, @Nullable Constraint changed) {
        return of(
                "constraint",
                base,
                changed,
                Constraint::key,
                StrategyDocument::constraints,
                (document, list) -> document.with(document.contactPolicy(), document.contactLimits(), list));
    }

    /** An event rule, like {@link #rule}. */
    public static PartEdit eventRule(@Nullable EventRule base, @Nullable EventRule changed) {
        return of(
                "event-rule",
                base,
                changed,
                EventRule::key,
                StrategyDocument::eventRules,
                StrategyDocument::withEventRules);
    }

    private interface Writer<T> {
        StrategyDocument write(StrategyDocument document, List<T> list);
    }

    private static <T> PartEdit of(
            String subject,
            @Nullable T base,
            @Nullable T changed,
            Function<T, String> keyOf,
            Function<StrategyDocument, List<T>> read,
            Writer<T> writer) {
        String key = keyOf.apply(changed == null ? Objects.requireNonNull(base, "base or changed") : changed);
        String known = base == null ? key : keyOf.apply(base);
        return new PartEdit(
                subject,
                known,
                (TOLD_BY_NAME.contains(subject) ? subject : "contact")
                        + (changed == null ? ".removed" : base == null ? ".added" : ".edited"),
                document -> writer.write(document, changed(subject, base, changed, known, keyOf, read.apply(document))),
                document -> read.apply(document).stream()
                        .filter(each -> keyOf.apply(each).equals(known))
                        .findFirst()
                        .orElse(null));
    }

    private static <T> List<T> changed(
            String subject, @Nullable T base, @Nullable T changed, String key, Function<T, String> keyOf, List<T> now) {
        List<T> next = new ArrayList<>(now);
        if (base == null) {
            next.add(Objects.requireNonNull(changed));
            return next;
        }
        int place = now.stream().map(keyOf).toList().indexOf(key);
        if (place < 0) {
            throw new NotFoundException(subject, key);
        }
        if (!now.get(place).equals(base)) {
            throw new ConflictException(new LocalText(
                    "Somebody else has changed this " + subject
                            + " meanwhile. Nothing was overwritten: look at the new version and apply your change again.",
                    "Quelqu’un d’autre a modifié cela entre-temps. Rien n’a été écrasé : regardez la nouvelle version,"
                            + " puis refaites votre changement."));
        }
        if (changed == null) {
            next.remove(place);
        } else {
            next.set(place, changed);
        }
        return next;
    }

    /** The document with the change in it; see {@link Strategies#edit(PartEdit, String)} for what may go wrong. */
    public StrategyDocument apply(StrategyDocument document) {
        return change.apply(document);
    }

    String subject() {
        return subject;
    }

    String key() {
        return key;
    }

    /** What happened, as the trail calls it: {@code action.added}, {@code contact.removed} ... */
    String what() {
        return what;
    }

    /** The same in words, for the list of revisions. */
    String note() {
        String verb = what.endsWith(".removed") ? "Removed " : what.endsWith(".added") ? "Added " : "Edited ";
        return verb + key;
    }

    @Nullable
    Object part(StrategyDocument document) {
        return part.apply(document);
    }
}
