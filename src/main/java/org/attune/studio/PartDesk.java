package org.attune.studio;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.PartEdit;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Reads and publishes one kind of a document's parts: live at once, or into a draft where a second person has to agree. */
final class PartDesk<T> {
    private final Strategies strategies;
    private final ChangeRequests requests;
    private final String who;
    private final String page;
    private final Function<StrategyDocument, List<T>> list;
    private final Function<T, String> key;
    private final BiFunction<@Nullable T, @Nullable T, PartEdit> edit;

    /** @param page the name of the page, for the way of a draft */
    PartDesk(
            Strategies strategies,
            ChangeRequests requests,
            String who,
            String page,
            Function<StrategyDocument, List<T>> list,
            Function<T, String> key,
            BiFunction<@Nullable T, @Nullable T, PartEdit> edit) {
        this.strategies = strategies;
        this.requests = requests;
        this.who = who;
        this.page = page;
        this.list = list;
        this.key = key;
        this.edit = edit;
    }

    StrategyDocument document() {
        return strategies.revision() == 0 ? StrategyDocument.EMPTY : strategies.document();
    }

    List<T> all() {
        return list.apply(document());
    }

    /** The part of a key as it is live, null when there is none. */
    @Nullable
    T current(String wanted) {
        return all().stream()
                .filter(each -> key.apply(each).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The key itself, or the next one that nobody has. */
    String free(String wanted) {
        String free = wanted;
        for (int i = 2; current(free) != null; i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    /**
     * Adds, replaces or removes.
     *
     * @throws org.attune.kernel.InvalidException with the places of what is wrong
     * @throws org.attune.kernel.ConflictException somebody else was quicker
     */
    void save(@Nullable T base, @Nullable T changed) {
        PartEdit change = edit.apply(base, changed);
        if (strategies.approval().required()) {
            long number = requests.amend(change::apply, page, who).number();
            Notify.success(Texts.of("studio.protection.drafted", number));
        } else {
            Notify.success(Texts.of("studio.edit.live", strategies.edit(change, who)));
        }
    }
}
