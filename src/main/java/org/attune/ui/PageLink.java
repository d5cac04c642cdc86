package org.attune.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;

/**
 * A link to a page of Attune. Its address is whole ("/desk/outreach"), so that it means the same wherever it is read: copied, by a
 * screen reader, by a tool that walks the pages.
 */
public final class PageLink extends Anchor {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = PageLink.class.getName();

    /** @param path the path of the page, with its query if it has one, without a leading slash */
    public PageLink(String path, Component... content) {
        setHref(to(path));
        getElement().setAttribute("router-link", "");
        add(content);
    }

    /** @param path the path of the page, with its query if it has one, without a leading slash */
    public PageLink(String path, String text) {
        this(path);
        setText(text);
    }

    public PageLink(Class<? extends Component> page, String text) {
        this(RouteConfiguration.forSessionScope().getUrl(page), text);
    }

    public PageLink(Class<? extends Component> page, RouteParameters parameters, String text) {
        this(RouteConfiguration.forSessionScope().getUrl(page, parameters), text);
    }

    /** The whole address of a page, for a link that is not a component (a cell of a grid). */
    public static String to(String path) {
        return prefix() + "/" + path;
    }

    /** Where the application stands on its host: news pushed to a page comes without a request, so the page remembers. */
    private static String prefix() {
        UI ui = UI.getCurrent();
        VaadinRequest request = VaadinService.getCurrentRequest();
        if (ui == null || request == null) {
            Object known = ui == null ? null : ComponentUtil.getData(ui, PREFIX);
            return known == null ? "" : known.toString();
        }
        ComponentUtil.setData(ui, PREFIX, request.getContextPath());
        return request.getContextPath();
    }
}
