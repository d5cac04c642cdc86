package org.attune.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
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
import java.util.stream.Collectors;
import org.attune.access.CurrentUser;
import org.attune.access.DemoMode;
import org.attune.access.PreferencesChanged;
import org.attune.access.Role;
import org.attune.platform.Outage;
import org.attune.ui.internal.AwayBanner;
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
    private final transient List<NavigationEntry> places;
    private final Div here = new Div();
    private final Div elsewhere = new Div();
    private final Map<PageLink, NavigationEntry> links = new LinkedHashMap<>();
    private final String home;
    private String area = "";
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
            AwayBanner.Parts away,
            Keys keys,
            News news) {
        this.keys = keys;
        this.news = news;
        username = user.username();
        addClassName("app");
        getElement().setAttribute("data-sort", Texts.of("ui.sort")); // for attune-lists.js
        main.setId("main");
        main.addClassName("app-main");
        main.getElement().setAttribute("tabindex", "-1");
        main.add(new AwayBanner(away));
        // A link to #main would leave the page: the address of every page is relative to the root.
        NativeButton skip =
                new NativeButton(Texts.of("ui.skip"), click -> main.getElement().callJsFunction("focus"));
        skip.addClassName("skip-link");
        skip.getElement().setAttribute("type", "button");
        places = inOrder(entries, user);
        home = user.role().map(Role::home).orElse("/").substring(1);
        add(skip, rail(user, demo, bannerParts, choices), main);
    }

    /** The keys are those of whoever is logged in, in all their windows. */
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Outage.quietly(() -> Keycaps.of(ui).use(keys.of(username)));
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

    private Component rail(CurrentUser user, DemoMode demo, List<BannerPart> bannerParts, UserMenu.Choices choices) {
        Nav rail = new Nav();
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", Texts.of("ui.rail"));
        PageLink brand = new PageLink(home, new Span("A"));
        brand.addClassName("brand");
        brand.setAriaLabel(Texts.of("ui.home"));
        rail.add(brand);
        here.addClassName("rail-places");
        elsewhere.addClassName("rail-places");
        rail.add(here, elsewhere);
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

    /** Shows the places of one area, and one link to each other area: a rail of all places would not fit a low window. */
    private void showArea(String shown) {
        if (shown.equals(area)) {
            return;
        }
        area = shown;
        links.clear();
        here.removeAll();
        elsewhere.removeAll();
        for (NavigationEntry entry : places) {
            if (entry.area().equals(shown)) {
                PageLink link = link(entry.path(), entry.icon(), entry.labelKey());
                links.put(link, entry);
                here.add(link);
            }
        }
        places.stream()
                .filter(entry -> !entry.area().equals(shown))
                .collect(Collectors.toMap(
                        NavigationEntry::area, entry -> entry, (first, next) -> first, LinkedHashMap::new))
                .values()
                .forEach(first -> elsewhere.add(link(first.path(), first.icon(), "ui.area." + first.area())));
        elsewhere.setVisible(elsewhere.getComponentCount() > 0);
    }

    private static PageLink link(String path, Icons icon, String labelKey) {
        PageLink link = new PageLink(path, icon.create(), new Span(Texts.of(labelKey)));
        link.addClassName("rail-entry");
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
        showArea(places.stream()
                .map(NavigationEntry::area)
                .filter(each -> path.equals(each) || path.startsWith(each + "/"))
                .findFirst()
                .orElse(home));
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
