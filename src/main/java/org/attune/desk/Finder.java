package org.attune.desk;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.function.Consumer;
import org.attune.customer.CustomerSummary;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Finds a customer by name, reference or phone while the agent types. */
final class Finder extends ComboBox<CustomerSummary> {
    private static final long serialVersionUID = 1L;
    private static final int RESULTS = 20;

    Finder(Customers customers, Consumer<CustomerId> chosen) {
        addClassName("finder");
        setAriaLabel(Texts.of("desk.find"));
        setPlaceholder(Texts.of("desk.find.hint"));
        setPrefixComponent(Icons.SEARCH.create());
        setClearButtonVisible(true);
        setPageSize(RESULTS);
        setItemLabelGenerator(CustomerSummary::displayName);
        setRenderer(new ComponentRenderer<>(Finder::line));
        setItems(DataProvider.fromFilteringCallbacks(
                query -> {
                    List<CustomerSummary> found =
                            customers.find(query.getFilter().orElse(""), RESULTS);
                    return found.stream().skip(query.getOffset()).limit(query.getLimit());
                },
                query -> customers.find(query.getFilter().orElse(""), RESULTS).size()));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue().id());
                clear();
            }
        });
    }

    private static Div line(CustomerSummary customer) {
        Span name = new Span(customer.displayName());
        name.addClassName("strong");
        String phone = customer.phone();
        Span detail = new Span(customer.ref() + (phone == null ? "" : " · " + phone));
        detail.addClassNames("muted", "small");
        Div line = new Div(name, detail);
        line.addClassNames("stack", "tight", "finder-line");
        return line;
    }
}
