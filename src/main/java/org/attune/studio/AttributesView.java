package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.attune.access.CurrentUser;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.Attributes;
import org.attune.customer.DictionaryChanged;
import org.attune.customer.Sensitivity;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The attribute dictionary: what is known about customers, and what models may learn from. */
@Route(value = "studio/attributes", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class AttributesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Attributes attributes;
    private final transient News news;
    private final Grid<AttributeDefinition> grid = new Grid<>();
    private final TextField find = new TextField();
    private final Span shown = new Span();
    private final AttributePanel panel;
    private @Nullable Registration listening;

    AttributesView(Attributes attributes, CurrentUser user, News news) {
        super(Texts.of("studio.attributes"));
        this.attributes = attributes;
        this.news = news;
        panel = new AttributePanel(attributes, user.username(), this::saved);
        find.setPlaceholder(Texts.of("studio.attribute.find"));
        find.setAriaLabel(Texts.of("studio.attribute.find"));
        find.setPrefixComponent(Icons.SEARCH.create());
        find.setClearButtonVisible(true);
        find.setWidth("230px");
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.addValueChangeListener(change -> refresh());
        headerStart().add(find);
        headerEnd()
                .add(new ActionButton(Texts.of("studio.attribute.new"), click -> {
                            grid.deselectAll();
                            panel.startNew();
                        })
                        .primary()
                        .icon(Icons.PLUS));
        list();
        content().addClassNames("cols", "attributes");
        content().add(new Card(grid).flush().fill(), panel);
        footerStart().add(shown);
        refresh();
    }

    private void list() {
        grid.getElement().setAttribute("aria-label", Texts.of("studio.attributes"));
        grid.addClassName("catalog");
        grid.setSizeFull();
        column(AttributeDefinition::key, "key", "176px").setPartNameGenerator(each -> "mono-cell");
        column(each -> Words.in(each.label()), "label", "150px").setFlexGrow(1);
        column(each -> Texts.of("studio.type." + each.type().key()), "type", "80px");
        grid.addComponentColumn(each -> sensitivity(each.sensitivity()))
                .setHeader(Texts.of("studio.attribute.sensitivity"))
                .setWidth("112px")
                .setFlexGrow(0);
        column(each -> yesNo(each.predictor()), "predictor", "90px");
        column(each -> SystemNames.source(each.source()), "source", "100px");
        column(each -> each.unit().equals("none") ? "" : Texts.of("studio.unit." + each.unit()), "unit", "80px");
        column(each -> yesNo(each.shown()), "shown", "80px");
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                panel.show(change.getValue());
            }
        });
    }

    private Grid.Column<AttributeDefinition> column(
            com.vaadin.flow.function.ValueProvider<AttributeDefinition, ?> value, String key, String width) {
        return grid.addColumn(value)
                .setHeader(Texts.of("studio.attribute." + key))
                .setWidth(width)
                .setFlexGrow(0)
                .setResizable(true);
    }

    private static String yesNo(boolean is) {
        return Texts.of(is ? "studio.yes" : "studio.no");
    }

    private static Badge sensitivity(Sensitivity sensitivity) {
        Badge.Kind kind = switch (sensitivity) {
            case ORDINARY -> Badge.Kind.NEUTRAL;
            case PERSONAL -> Badge.Kind.INFO;
            case PROTECTED -> Badge.Kind.PROTECTED;
        };
        return new Badge(Texts.of("studio.sensitivity." + sensitivity.key()), kind);
    }

    private void saved(AttributeDefinition saved) {
        refresh();
        grid.select(saved);
    }

    private void refresh() {
        String text = find.getValue();
        List<AttributeDefinition> fitting = attributes.dictionary().all().stream()
                .filter(each -> Words.contains(each.key(), text)
                        || Words.contains(Words.in(each.label()), text)
                        || Words.contains(each.source(), text))
                .toList();
        grid.setItems(fitting);
        shown.setText(Texts.of("studio.attribute.count", fitting.size()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(DictionaryChanged.class, changed -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
