package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.Persona;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.Strategy;
import org.attune.strategy.StrategyDocument;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The personas: invented customers and what must come out for them, held against what is live and against a draft. */
@Route(value = PersonasView.PATH, layout = MainLayout.class)
@RolesAllowed("ADMIN")
class PersonasView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    static final String PATH = "studio/personas";
    /** Stands in the address for one that is being made. */
    private static final String NEW = "new";

    private final transient RevisionDesk desk;
    private final transient News news;
    private final Select<RevisionInfo> with = new Select<>();
    private final PersonaList list;
    private final PersonaDetail detail;
    private final Card nothing = new Card(
                    new EmptyState(Icons.USERS, Texts.of("revisions.p.empty"), Texts.of("revisions.p.empty.hint")))
            .fill();
    private String shown = "";
    private @Nullable Registration listening;

    PersonasView(RevisionDesk desk, News news) {
        super(Texts.of("revisions.p.title"));
        this.desk = desk;
        this.news = news;
        list = new PersonaList(desk, PersonasView::open);
        detail = new PersonaDetail(desk, this::saved);
        with.setAriaLabel(Texts.of("revisions.p.with"));
        with.setWidth("260px");
        with.setEmptySelectionAllowed(true);
        with.setEmptySelectionCaption(Texts.of("revisions.p.with.none"));
        with.setItemLabelGenerator(each -> each == null
                ? Texts.of("revisions.p.with.none")
                : Texts.of("revisions.p.with.one", each.number(), RevisionNote.of(each, desk.live())));
        with.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                refresh();
            }
        });
        headerStart().add(with);
        headerEnd().add(new ActionButton(Texts.of("revisions.p.new"), click -> open(NEW)).icon(Icons.PLUS));
        content().addClassName("revisions-page");
        content().add(list, detail, nothing);
    }

    private static void open(String key) {
        UI.getCurrent().navigate(PersonasView.class, key);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String key) {
        offerDrafts();
        shown = key == null ? "" : key;
        refresh();
    }

    private void offerDrafts() {
        RevisionInfo chosen = with.getValue();
        List<RevisionInfo> open = desk.requests().open();
        with.setItems(open);
        RevisionInfo still = open.stream()
                .filter(each -> chosen != null && each.number() == chosen.number())
                .findFirst()
                .orElse(null);
        RevisionInfo own = open.stream()
                .filter(each -> each.who().equals(desk.who()))
                .findFirst()
                .orElse(null);
        with.setValue(still != null ? still : own);
    }

    private void refresh() {
        Strategy live = desk.live().exists() ? desk.live().current() : null;
        Strategy draft = draft();
        List<Persona> personas = personas(draft != null ? draft : live);
        list.show(personas, live, draft, shown);
        boolean making = shown.equals(NEW);
        Persona persona = personas.stream()
                .filter(each -> each.key().equals(shown))
                .findFirst()
                .orElse(personas.isEmpty() ? null : personas.getFirst());
        detail.setVisible(making || persona != null);
        nothing.setVisible(!detail.isVisible());
        if (making) {
            detail.create(draft != null ? draft : live);
        } else if (persona != null) {
            detail.show(persona, draft != null ? draft : live);
        }
    }

    /** The chosen draft as it would go live; where it cannot be merged, as it was asked for. */
    private @Nullable Strategy draft() {
        RevisionInfo chosen = with.getValue();
        if (chosen == null) {
            return null;
        }
        ChangeRequests requests = desk.requests();
        StrategyDocument document;
        try {
            document = requests.asPublished(chosen.number());
        } catch (org.attune.kernel.ConflictException e) {
            document = requests.document(chosen.number());
        }
        return desk.strategies().compiled(chosen.number(), document);
    }

    private static List<Persona> personas(@Nullable Strategy strategy) {
        return strategy == null ? List.of() : strategy.document().personas();
    }

    private void saved(String key) {
        offerDrafts();
        if (key.equals(shown)) {
            refresh();
        } else {
            open(key);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(
                StrategyPublished.class,
                published -> ui.access(() -> {
                    offerDrafts();
                    if (!detail.isBeingEdited()) {
                        refresh();
                    }
                }));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
