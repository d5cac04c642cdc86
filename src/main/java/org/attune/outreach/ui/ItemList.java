package org.attune.outreach.ui;

import com.vaadin.flow.component.html.OrderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.customer.CustomerSummary;
import org.attune.kernel.CustomerId;
import org.attune.outreach.OutreachId;
import org.attune.outreach.OutreachItem;
import org.jspecify.annotations.Nullable;

/** Items one below the other. What changes meanwhile changes at its place; nothing moves until the list is shown anew. */
final class ItemList extends OrderedList {
    private static final long serialVersionUID = 1L;

    private final transient OutreachServices services;
    private final transient Words words;
    private final transient ItemRow.@Nullable Deeds deeds;
    private final Map<OutreachId, ItemRow> rows = new LinkedHashMap<>();

    /** @param deeds null for those who only look */
    ItemList(OutreachServices services, String name, ItemRow.@Nullable Deeds deeds) {
        this.services = services;
        this.deeds = deeds;
        words = new Words(services);
        addClassNames("todo-list", "scroll");
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("tabindex", "0");
    }

    /** Shows these items in this order. */
    void show(List<OutreachItem> items) {
        Map<CustomerId, CustomerSummary> customers = services.customers()
                .summaries(items.stream().map(OutreachItem::customer).collect(Collectors.toSet()));
        rows.clear();
        removeAll();
        String me = services.user().username();
        for (OutreachItem item : items) {
            ItemRow row = new ItemRow(item, customers.get(item.customer()), words, me, deeds);
            rows.put(item.id(), row);
            add(row);
        }
    }

    /** Shows what became of an item where it stands; false when it does not stand here. */
    boolean update(OutreachItem item) {
        ItemRow row = rows.get(item.id());
        if (row != null) {
            row.update(item);
        }
        return row != null;
    }
}
