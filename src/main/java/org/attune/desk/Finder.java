package org.attune.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
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
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** Finds a customer by name, reference or phone while the agent types. */
final class Finder extends ComboBox<CustomerSummary> {
    private static final long serialVersionUID = 1L;
    private static final int RESULTS = 20;
    /** Enter without having gone down the list means the first match, also while the list is still on its way. */
    private static final String ENTER = """
            this.addEventListener('keydown', (event) => {
              const text = this.inputElement.value.trim();
              if (event.key !== 'Enter' || event.isComposing || this._focusedIndex >= 0 || !text) return;
              event.preventDefault();
              event.stopPropagation();
              this.cancel();
              // What is still on its way for this text must not choose anybody later.
              this._filterDebouncer?.cancel();
              this.filter = '';
              this.$server.first(text);
            }, true)""";

    private final transient Customers customers;
    private final transient Consumer<CustomerId> chosen;
    /** Somebody has been chosen: until the list is opened again nothing that arrives late chooses anybody. */
    private boolean done;

    Finder(Customers customers, Consumer<CustomerId> chosen) {
        this.customers = customers;
        this.chosen = chosen;
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
        getElement().addPropertyChangeListener("opened", "opened-changed", change -> {
            if (Boolean.TRUE.equals(change.getValue())) {
                done = false;
            }
        });
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                boolean late = done;
                done = true;
                clear();
                if (!late) {
                    chosen.accept(change.getValue().id());
                }
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(ENTER);
    }

    /** The first match for what was typed. */
    @ClientCallable
    void first(String typed) {
        List<CustomerSummary> found = customers.find(typed, 1);
        if (found.isEmpty()) {
            Notify.info(Texts.of("desk.find.nobody", typed));
            getElement().executeJs("this.inputElement.value = $0; this.inputElement.select()", typed);
        } else {
            done = true;
            clear();
            chosen.accept(found.getFirst().id());
        }
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
