package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import org.attune.audit.AuditEntry;
import org.attune.audit.AuditTrail;
import org.attune.audit.Verification;
import org.attune.kernel.AuditedEvent;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: who changed what, when, from what to what; nobody can change it. */
@Route(value = "studio/audit", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class AuditView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient AuditTrail trail;
    private final transient News news;
    private final transient Formats formats;
    private final transient JsonMapper json;
    private final TextField find = new TextField();
    private final Select<String> subject = new Select<>();
    private final Grid<AuditEntry> grid = new Grid<>();
    private final Span result = new Span();
    private final Span shown = new Span();
    private final ActionButton verify;
    private @Nullable Registration listening;

    AuditView(AuditTrail trail, News news, Formats formats, JsonMapper json) {
        super(Texts.of("studio.audit"));
        this.trail = trail;
        this.news = news;
        this.formats = formats;
        this.json = json;
        find.setPlaceholder(Texts.of("studio.audit.find"));
        find.setAriaLabel(Texts.of("studio.audit.find"));
        find.setPrefixComponent(Icons.SEARCH.create());
        find.setClearButtonVisible(true);
        find.setWidth("230px");
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.addValueChangeListener(change -> refresh());
        subject.setAriaLabel(Texts.of("studio.audit.subject"));
        subject.setItems(trail.subjects());
        subject.setEmptySelectionAllowed(true);
        subject.setEmptySelectionCaption(Texts.of("studio.audit.subjects.all"));
        subject.setItemLabelGenerator(AuditView::subjectWords);
        subject.addValueChangeListener(change -> refresh());
        verify = new ActionButton(Texts.of("studio.audit.verify"), click -> verify()).icon(Icons.CHECK);
        result.getElement().setAttribute("role", "status");
        headerStart().add(find, subject);
        headerEnd().add(result, verify);
        list();
        content().add(new Card(grid).flush().fill());
        footerStart().add(shown);
        refresh();
    }

    private static String subjectWords(@Nullable String subject) {
        return subject == null ? Texts.of("studio.audit.subjects.all") : TrailLine.kind(subject);
    }

    private void list() {
        grid.getElement().setAttribute("aria-label", Texts.of("studio.audit"));
        grid.addClassName("catalog");
        grid.getElement().setAttribute("translate", "no"); // keys, and what people wrote
        grid.setSizeFull();
        column(grid.addColumn(entry -> formats.exact(entry.at())), "at", "176px");
        column(grid.addColumn(entry -> TrailLine.who(entry.who())), "who", "110px");
        column(grid.addColumn(TrailLine::what), "what", "250px");
        column(grid.addColumn(TrailLine::subject).setTooltipGenerator(AuditEntry::key), "subject", "230px");
        grid.addColumn(entry -> TrailLine.summary(json, entry, formats))
                .setHeader(Texts.of("studio.audit.column.change"));
        grid.setItemDetailsRenderer(new ComponentRenderer<>(entry -> TrailLine.changes(json, entry, formats)));
        grid.setDataProvider(DataProvider.fromCallbacks(
                query ->
                        trail.latest(find.getValue(), subject.getValue(), query.getOffset(), query.getLimit()).stream(),
                query -> trail.count(find.getValue(), subject.getValue())));
    }

    private static void column(Grid.Column<AuditEntry> column, String key, String width) {
        column.setHeader(Texts.of("studio.audit.column." + key))
                .setWidth(width)
                .setFlexGrow(0)
                .setResizable(true);
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        shown.setText(Texts.of("studio.audit.shown", trail.count(find.getValue(), subject.getValue())));
    }

    /** The whole trail is read: not on the page's thread. */
    private void verify() {
        UI ui = UI.getCurrent();
        verify.setEnabled(false);
        show(new Badge(Texts.of("studio.audit.verifying"), Badge.Kind.ACCENT));
        Thread.ofVirtual().name("audit-verify").start(() -> {
            try {
                Verification found = trail.verify();
                ui.access(() -> show(verdict(found)));
            } catch (RuntimeException e) {
                ui.access(() -> show(new Badge(Texts.of("studio.audit.unverified"), Badge.Kind.WARN)));
            } finally {
                ui.access(() -> verify.setEnabled(true));
            }
        });
    }

    private Badge verdict(Verification found) {
        return found.isWhole()
                ? new Badge(
                        Icons.CHECK, Texts.of("studio.audit.whole", formats.count(found.checked())), Badge.Kind.GOOD)
                : new Badge(
                        Icons.WARNING,
                        Texts.of("studio.audit.broken", String.valueOf(found.brokenAt())),
                        Badge.Kind.BAD);
    }

    private void show(Badge badge) {
        result.removeAll();
        result.add(badge);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(AuditedEvent.class, changed -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
