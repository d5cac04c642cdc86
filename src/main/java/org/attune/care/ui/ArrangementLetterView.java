package org.attune.care.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.attune.care.Arrangement;
import org.attune.care.Arrangement.Expected;
import org.attune.customer.CustomerContext;
import org.attune.interaction.Interaction;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What was agreed on, on paper, in the customer's language. Only for the agent who is in a conversation with the customer. */
@Route(value = "desk/arrangement/:id", layout = MainLayout.class)
@RolesAllowed("AGENT")
class ArrangementLetterView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CareServices services;
    private final Article sheet = new Article();
    private final Segmented<Language> languages;
    private transient @Nullable Arrangement arrangement;
    private transient @Nullable CustomerContext customer;

    ArrangementLetterView(CareServices services) {
        super(Texts.of("care.letter.page"));
        this.services = services;
        languages = new Segmented<Language>(Texts.of("care.letter.language"), this::write)
                .option(Language.EN, "English")
                .option(Language.FR, "Français");
        headerEnd()
                .add(
                        languages,
                        new ActionButton(Texts.of("care.letter.back"), click -> back()).icon(Icons.CHEVRON_LEFT),
                        new ActionButton(
                                        Texts.of("care.letter.print"),
                                        click -> getElement().executeJs("window.print()"))
                                .primary());
        sheet.addClassName("letter");
        Div desk = new Div(sheet);
        desk.addClassNames("letter-desk", "scroll");
        desk.getElement().setAttribute("tabindex", "0");
        content().add(desk);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        Arrangement found = services.interactions().open(services.user().username()).stream()
                .filter(each -> each.customer() != null)
                .flatMap(each -> services.arrangements().of(each.known()).stream())
                .filter(each -> each.id().value().equals(uuid(id)))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("arrangement", id));
        CustomerContext known =
                services.customers().context(found.customer(), services.days().now());
        arrangement = found;
        customer = known;
        languages.setValue(known.language());
        write(known.language());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidException("arrangement", "'" + id + "' is not the id of an arrangement.");
        }
    }

    private void back() {
        Arrangement about = arrangement;
        UI.getCurrent()
                .navigate(
                        about == null
                                ? "desk"
                                : services.interactions()
                                        .openWith(services.user().username(), about.customer())
                                        .map(Interaction::id)
                                        .map(id -> "desk/" + id)
                                        .orElse("desk"));
    }

    private void write(Language language) {
        Arrangement about = arrangement;
        CustomerContext known = customer;
        if (about == null || known == null) {
            return;
        }
        LetterFormats formats = new LetterFormats(language);
        sheet.removeAll();
        sheet.getElement().setAttribute("lang", language.key());
        Paragraph head = new Paragraph(
                formats.text("head", known.ref(), formats.date(services.days().today())));
        head.addClassName("letter-head");
        sheet.add(head, new H2(formats.text("title")));
        sheet.add(new Paragraph(formats.text("dear", known.displayName())));
        boolean waits = about.state() == Arrangement.State.PROPOSED;
        sheet.add(new Paragraph(formats.text(waits ? "waits" : "agreed", formats.euro(about.arrears()))));
        sheet.add(new H3(formats.text("payments")));
        UnorderedList list = new UnorderedList();
        for (Expected each : about.payments()) {
            if (each.missedOn() == null) {
                list.add(new ListItem(formats.text("payment", formats.date(each.due()), formats.euro(each.cents()))));
            }
        }
        sheet.add(list);
        sheet.add(new H3(formats.text("missed.title")), new Paragraph(formats.text("missed")));
        sheet.add(new H3(formats.text("free.title")), new Paragraph(formats.text("free")));
        if (services.cases().safeContact(known.id()).isPresent()) {
            Paragraph discreet = new Paragraph(Texts.of("care.letter.discreet"));
            discreet.addClassNames("banner", "protected");
            sheet.addComponentAsFirst(discreet);
        }
        Paragraph foot = new Paragraph(formats.text("foot"));
        foot.addClassName("letter-foot");
        sheet.add(foot);
    }
}
