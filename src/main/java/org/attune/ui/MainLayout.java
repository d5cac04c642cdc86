package org.attune.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.access.CurrentUser;
import org.attune.access.DemoMode;
import org.attune.access.PreferencesChanged;
import org.attune.access.Role;
import org.attune.ui.internal.DemoNote;
import org.attune.ui.internal.UserMenu;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every page: the narrow rail at the left with the places of the role, and the page beside it. Whoever is
 * logged in may see the frame; each page says itself who may see it.
 */
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final Main main = new Main();
    private final Map<Anchor, NavigationEntry> links = new LinkedHashMap<>();
    private final transient Keys keys;
    private final transient News news;
    private final String username;
    private @Nullable Registration listening;

    MainLayout(
            List<NavigationEntry> entries,
            CurrentUser user,
            DemoMode demo,
            List<BannerPart> bannerParts,
            UserMenu.Choices choices,
            Keys keys,
            News news) {
        this.keys = keys;
        this.news = news;
        username = user.username();
        addClassName("app");
        main.setId("main");
        main.addClassName("app-main");
        main.getElement().setAttribute("tabindex", "-1");
        // A link to #main would leave the page: the address of every page is relative to the root.
        NativeButton skip =
                new NativeButton(Texts.of("ui.skip"), click -> main.getElement().callJsFunction("focus"));
        skip.addClassName("skip-link");
        skip.getElement().setAttribute("type", "button");
        add(skip, rail(entries, user, demo, bannerParts, choices), main);
    }

    /** The keys are those of whoever is logged in, in all their windows. */
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Keycaps.of(ui).use(keys.of(username));
        listening = news.listen(PreferencesChanged.class, changed -> {
            if (changed.username().equals(username)) {
                KeyMap now = keys.of(username);
                ui.access(() -> Keycaps.of(ui).use(now));
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }

    /** The area a role starts in comes first, then by order. */
    private static List<NavigationEntry> inOrder(List<NavigationEntry> entries, CurrentUser user) {
        String home = user.role().map(Role::home).orElse("/").substring(1);
        return entries.stream()
                .filter(entry -> user.role().filter(entry.roles()::contains).isPresent())
                .sorted(Comparator.comparing(
                                (NavigationEntry entry) -> !entry.area().equals(home))
                        .thenComparing(NavigationEntry::area)
                        .thenComparingInt(NavigationEntry::order))
                .toList();
    }

    private Component rail(
            List<NavigationEntry> entries,
            CurrentUser user,
            DemoMode demo,
            List<BannerPart> bannerParts,
            UserMenu.Choices choices) {
        Nav rail = new Nav();
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", Texts.of("ui.rail"));
        String home = user.role().map(Role::home).orElse("/").substring(1);
        Anchor brand = new Anchor(home, new Span("A"));
        brand.addClassName("brand");
        brand.getElement().setAttribute("router-link", "");
        brand.setAriaLabel(Texts.of("ui.home"));
        rail.add(brand);
        String area = "";
        for (NavigationEntry entry : inOrder(entries, user)) {
            if (!area.isEmpty() && !area.equals(entry.area())) {
                Span line = new Span();
                line.addClassName("rail-line");
                rail.add(line);
            }
            area = entry.area();
            rail.add(link(entry));
        }
        Div end = new Div();
        end.addClassName("rail-end");
        if (demo.isOn()) {
            end.add(new DemoNote(bannerParts));
        }
        if (user.isPresent()) {
            end.add(new UserMenu(user, choices));
        }
        rail.add(end);
        return rail;
    }

    private Anchor link(NavigationEntry entry) {
        Anchor link = new Anchor(entry.path(), entry.icon().create(), new Span(Texts.of(entry.labelKey())));
        link.addClassName("rail-entry");
        link.getElement().setAttribute("router-link", "");
        links.put(link, entry);
        return link;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        if (oldContent != null) {
            oldContent.getElement().removeFromTree();
        }
    }

    /** Marks the entry whose path is the longest beginning of the address. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        String best = links.values().stream()
                .map(NavigationEntry::path)
                .filter(each -> path.equals(each) || path.startsWith(each + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        links.forEach((link, entry) -> {
            if (entry.path().equals(best)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
