package org.attune.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the hash chain found.
 *
 * @param checked number of lines read, up to and including a broken one
 * @param brokenAt the first line that does not fit the one before it, null when the chain is whole
 */
public record Verification(long checked, @Nullable Long brokenAt) {
    /** Whether every line is as it was written. */
    public boolean isWhole() {
        return brokenAt == null;
    }
}
