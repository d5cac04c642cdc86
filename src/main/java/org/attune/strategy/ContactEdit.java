package org.attune.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.attune.kernel.ConflictException;
import org.attune.kernel.NotFoundException;
import org.attune.policy.Constraint;
import org.attune.policy.ContactLimit;
import org.attune.policy.ContactRule;
import org.jspecify.annotations.Nullable;

/**
 * Adds, replaces or removes one contact rule, limit or constraint. It carries the part as the editor saw it, so that nobody's change
 * is overwritten.
 */
public final class ContactEdit {
    private final String subject;
    private final String key;
    private final boolean removes;
    private final Function<StrategyDocument, StrategyDocument> change;
    private final Function<StrategyDocument, @Nullable Object> part;

    private ContactEdit(
            String subject,
            String key,
            boolean removes,
            Function<StrategyDocument, StrategyDocument> change,
            Function<StrategyDocument, @Nullable Object> part) {
        this.subject = subject;
        this.key = key;
        this.removes = removes;
        this.change = change;
        this.part = part;
    }

    /**
     * A contact rule.
     *
     * @param base as the editor saw it, null to add
     * @param changed null to remove
     */
    public static ContactEdit rule(@Nullable ContactRule base, @Nullable ContactRule changed) {
        return of(
                "contact rule",
                base,
                changed,
                ContactRule::key,
                StrategyDocument::contactPolicy,
                (document, list) -> document.with(list, document.contactLimits(), document.constraints()));
    }

    /** A limit, like {@link #rule}. */
    public static ContactEdit limit(@Nullable ContactLimit base, @Nullable ContactLimit changed) {
        return of(
                "contact limit",
                base,
                changed,
                ContactLimit::key,
                StrategyDocument::contactLimits,
                (document, list) -> document.with(document.contactPolicy(), list, document.constraints()));
    }

    /** A constraint, like {@link #rule}. */
    public static ContactEdit constraint(@Nullable Constraint base, @Nullable Constraint changed) {
        return of(
                "constraint",
                base,
                changed,
                Constraint::key,
                StrategyDocument::constraints,
                (document, list) -> document.with(document.contactPolicy(), document.contactLimits(), list));
    }

    private interface Writer<T> {
        StrategyDocument write(StrategyDocument document, List<T> list);
    }

    private static <T> ContactEdit of(
            String subject,
            @Nullable T base,
            @Nullable T changed,
            Function<T, String> keyOf,
            Function<StrategyDocument, List<T>> read,
            Writer<T> writer) {
        String key = keyOf.apply(changed == null ? Objects.requireNonNull(base, "base or changed") : changed);
        String known = base == null ? key : keyOf.apply(base);
        return new ContactEdit(
                subject,
                known,
                changed == null,
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
            throw new ConflictException("Somebody else has changed this " + subject
                    + " meanwhile. Nothing was overwritten: look at the new version and apply your change again.");
        }
        if (changed == null) {
            next.remove(place);
        } else {
            next.set(place, changed);
        }
        return next;
    }

    /** The document with the change in it; see {@link Strategies#edit(ContactEdit, String)} for what may go wrong. */
    public StrategyDocument apply(StrategyDocument document) {
        return change.apply(document);
    }

    String subject() {
        return subject;
    }

    String key() {
        return key;
    }

    boolean removes() {
        return removes;
    }

    @Nullable
    Object part(StrategyDocument document) {
        return part.apply(document);
    }
}
