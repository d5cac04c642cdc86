package org.attune.strategy;

import javax.sql.DataSource;
import org.attune.platform.NodeNews;
import org.attune.strategy.internal.RevisionStore;
import org.springframework.stereotype.Component;

/** Learns what other nodes make live, at once; whatever was missed is seen by looking twice a second. */
@Component
class LiveSync extends NodeNews {
    private final RevisionStore store;
    private final Publishing publishing;

    LiveSync(DataSource database, RevisionStore store, Publishing publishing) {
        super(database, RevisionStore.TOLD, "strategy-sync");
        this.store = store;
        this.publishing = publishing;
    }

    @Override
    protected void look() {
        publishing.catchUp(store.pointer());
    }
}
