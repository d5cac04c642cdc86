package org.attune.decision.internal;

import java.util.AbstractList;
import java.util.List;
import org.attune.decision.Dropped;
import org.jspecify.annotations.Nullable;

/** What was dropped in a decision, worked out when somebody looks: few callers ask for the reasons against a thousand actions. */
final class DroppedList extends AbstractList<Dropped> {
    private final Deliberated result;
    private @Nullable List<Dropped> known;

    DroppedList(Deliberated result) {
        this.result = result;
    }

    private synchronized List<Dropped> known() {
        List<Dropped> list = known;
        if (list == null) {
            list = result.workOutDropped();
            known = list;
        }
        return list;
    }

    @Override
    public Dropped get(int index) {
        return known().get(index);
    }

    @Override
    public int size() {
        return known().size();
    }
}
