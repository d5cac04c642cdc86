package org.attune.channel.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.ApiClient;
import org.attune.access.ApiClients;
import org.attune.access.ApiClientsChanged;
import org.attune.access.CurrentUser;
import org.attune.access.Scope;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The programs that may call the API: what each may do, how often, since when. */
@Route(value = "studio/clients", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class ClientsView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient ApiClients clients;
    private final transient Formats formats;
    private final transient News news;
    private final Grid<ApiClient> grid = new Grid<>();
    private final Span count = new Span();
    private final ClientPanel panel;
    private @Nullable Registration listening;

    ClientsView(ApiClients clients, CurrentUser user, Formats formats, News news) {
        super(Texts.of("channel.clients"));
        this.clients = clients;
        this.formats = formats;
        this.news = news;
        panel = new ClientPanel(clients, formats, user.username(), this::refresh);
        headerEnd()
                .add(new ActionButton(Texts.of("channel.client.new"), click -> {
                            grid.deselectAll();
                            panel.startNew();
                        })
                        .primary()
                        .icon(Icons.PLUS));
        list();
        content().addClassNames("cols", "channel-page");
        content().add(new Card(grid).flush().fill(), panel);
        footerStart().add(count);
        refresh(null);
    }

    private void list() {
        grid.getElement().setAttribute("aria-label", Texts.of("channel.clients"));
        grid.addClassName("catalog");
        grid.setSizeFull();
        grid.setEmptyStateComponent(
                new EmptyState(Icons.LOCK, Texts.of("channel.clients.none"), Texts.of("channel.clients.none.hint")));
        column(ApiClient::name, "name", "170px");
        column(ClientsView::scopes, "scopes", "200px").setFlexGrow(1);
        column(each -> formats.count(each.limit().perSecond()), "rate", "140px");
        column(each -> each.lastUsedAt() == null ? "–" : formats.ago(each.lastUsedAt()), "used", "120px");
        grid.addComponentColumn(ClientsView::state)
                .setHeader(Texts.of("channel.client.state"))
                .setWidth("96px")
                .setFlexGrow(0);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                panel.show(change.getValue());
            }
        });
    }

    private Grid.Column<ApiClient> column(
            com.vaadin.flow.function.ValueProvider<ApiClient, ?> value, String key, String width) {
        return grid.addColumn(value)
                .setHeader(Texts.of("channel.client." + key))
                .setWidth(width)
                .setFlexGrow(0)
                .setResizable(true);
    }

    private static String scopes(ApiClient client) {
        return client.scopes().size() == Scope.values().length
                ? Texts.of("channel.client.scopes.all")
                : client.scopes().stream().sorted().map(ClientsView::word).collect(Collectors.joining(", "));
    }

    static String word(Scope scope) {
        return Texts.of("channel.scope." + scope.key().replace(':', '.'));
    }

    private static Badge state(ApiClient client) {
        return client.enabled()
                ? new Badge(Texts.of("channel.client.enabled"), Badge.Kind.GOOD)
                : new Badge(Texts.of("channel.client.disabled"), Badge.Kind.NEUTRAL);
    }

    private void refresh(@Nullable UUID select) {
        List<ApiClient> all = clients.list();
        grid.setItems(all);
        count.setText(Texts.of("channel.client.count", all.size()));
        all.stream().filter(each -> each.id().equals(select)).findFirst().ifPresent(each -> {
            grid.select(each);
            panel.show(each);
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(ApiClientsChanged.class, changed -> ui.access(() -> grid.setItems(clients.list())));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
