package org.attune.audit;

import java.util.List;
import org.attune.audit.internal.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the trail. Nothing here can change it. */
@Service
public class AuditTrail {
    private final AuditLog log;

    AuditTrail(AuditLog log) {
        this.log = log;
    }

    /**
     * The newest lines first.
     *
     * @param filterText part of who, what or key, upper or lower case alike; null or blank for all
     * @param subject kind of thing; null for all
     */
    public List<AuditEntry> latest(@Nullable String filterText, @Nullable String subject, int offset, int limit) {
        return log.latest(filterText, subject, offset, limit);
    }

    /** How many lines {@link #latest} would give without a limit. */
    public int count(@Nullable String filterText, @Nullable String subject) {
        return log.count(filterText, subject);
    }

    /** The kinds of things that have lines, in alphabetical order. */
    public List<String> subjects() {
        return log.subjects();
    }

    /** Reads the whole trail and checks every hash. */
    public Verification verify() {
        return log.verify();
    }
}
