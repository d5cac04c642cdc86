package org.attune.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.attune.customer.CustomerSummary;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.attune.platform.Outage;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Finds a customer by name, reference or phone while the agent types. */
final class Finder extends ComboBox<CustomerSummary> {
    private static final long serialVersionUID = 1L;
    private static final int RESULTS = 20;
    /**
     * Only what somebody does chooses: a click on a line, or Enter. The combo box chooses by itself as well - when the field is left with
     * the words of a line in it, or when a list comes late to a field that was left meanwhile - and that would be the customer of the
     * call before. Enter without having gone down the list means the first match, also while the list is still on its way.
     */
    private static final String GESTURES = """
            const about = () => this.about ?? '';
            const forget = () => {
              this._filterDebouncer?.cancel();
              this.cancel();
              this.filter = '';
            };
            this.addEventListener('keydown', (event) => {
              const text = this.inputElement.value.trim();
              if (event.key !== 'Enter' || event.isComposing || !text) return;
              event.preventDefault();
              event.stopPropagation();
              const line = this._dropdownItems?.[this._focusedIndex];
              forget();
              if (line?.key) this.$server.line(line.key, about());
              else this.$server.first(text, about());
            }, true);
            this.addEventListener('selection-changed', (event) => {
              const line = event.detail.item;
              event.stopPropagation();
              if (!line?.key) return;
              forget();
              this.$server.line(line.key, about());
            }, true);""";

    private final transient Customers customers;
    private final transient BiConsumer<CustomerId, String> chosen;

    /** @param chosen who was chosen */
    Finder(Customers customers, Consumer<CustomerId> chosen) {
        this(customers, (customer, about) -> chosen.accept(customer));
    }

    /** @param chosen who was chosen, and what the page was about then, see {@link #about} */
    Finder(Customers customers, BiConsumer<CustomerId, String> chosen) {
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
                query -> found(query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> (int) found(query.getFilter().orElse("")).count()));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                clear(); // the combo box chose by itself
            }
        });
    }

    /** What the page is about from now on. Whoever is chosen was chosen for what the browser showed at that moment. */
    void about(String what) {
        getElement().setProperty("about", what);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(GESTURES);
    }

    /** A line of the list was chosen. */
    @ClientCallable
    void line(String key, String about) {
        CustomerSummary customer = getKeyMapper().get(key);
        if (customer != null) {
            chosen.accept(customer.id(), about);
        }
    }

    /** Those found; nobody, and it is said why, while the database is away: a list that fails would turn for ever. */
    private Stream<CustomerSummary> found(String typed) {
        List<CustomerSummary> found = find(typed, RESULTS);
        return found == null ? Stream.empty() : found.stream();
    }

    private @Nullable List<CustomerSummary> find(String typed, int limit) {
        List<CustomerSummary> found = new ArrayList<>();
        if (Outage.quietly(() -> found.addAll(customers.find(typed, limit)))) {
            return found;
        }
        Notify.info(Texts.of("desk.find.away"));
        return null;
    }

    /** The first match for what was typed. */
    @ClientCallable
    void first(String typed, String about) {
        List<CustomerSummary> found = find(typed, 1);
        if (found == null || found.isEmpty()) {
            if (found != null) {
                Notify.info(Texts.of("desk.find.nobody", typed));
            }
            getElement().executeJs("this.inputElement.value = $0; this.inputElement.select()", typed);
        } else {
            chosen.accept(found.getFirst().id(), about);
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
