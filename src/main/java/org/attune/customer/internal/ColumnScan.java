package org.attune.customer.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.attune.customer.AttributeType;

/** Looks at all values of a column and tells what type they have. */
final class ColumnScan {
    /** A category of more values than these is free text or a number of something: no model can learn from it. */
    static final int MAX_CATEGORIES = 500;

    private final Set<String> distinct = new HashSet<>();
    private boolean numbers = true;
    private boolean dates = true;
    private boolean any;

    /** Looks at a value that is not missing. */
    void see(String value) {
        any = true;
        numbers = numbers && Values.number(value) != null;
        dates = dates && Values.date(value) != null;
        if (distinct.size() <= MAX_CATEGORIES) {
            distinct.add(value.toLowerCase(Locale.ROOT));
        }
    }

    /** Number or date when all values are, boolean when there are exactly yes and no or true and false. */
    AttributeType type() {
        if (!any) {
            return AttributeType.CATEGORY;
        }
        if (numbers) {
            return AttributeType.NUMBER;
        }
        if (dates) {
            return AttributeType.DATE;
        }
        return distinct.equals(Set.of("yes", "no")) || distinct.equals(Set.of("true", "false"))
                ? AttributeType.BOOLEAN
                : AttributeType.CATEGORY;
    }

    /** Whether there are so many categories that they tell customers apart instead of kinds of customers. */
    boolean tooMany() {
        return type() == AttributeType.CATEGORY && distinct.size() > MAX_CATEGORIES;
    }
}
