package org.attune.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A page: a bar at the top, the content, a bar at the bottom. The page is as high as the window and never scrolls; what may
 * be long inside it carries the CSS class {@code scroll}. Views extend it and say
 * {@code @Route(value = "desk", layout = MainLayout.class)} and {@code @RolesAllowed("AGENT")}.
 */
public abstract class Page extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final H1 heading = new H1();
    private final Div headerStart = new Div();
    private final Div headerEnd = new Div();
    private final Div content = new Div();
    private final Div footerStart = new Div();
    private final Div footerEnd = new Div();

    /** A page with its name at the left of the top bar and in the browser's tab. */
    protected Page(String title) {
        addClassName("page");
        heading.setText(title);
        headerStart.addClassName("bar-start");
        headerEnd.addClassName("bar-end");
        content.addClassName("page-content");
        footerStart.addClassName("bar-start");
        footerEnd.addClassName("bar-end");
        headerStart.add(heading);
        Header header = new Header(headerStart, headerEnd);
        header.addClassName("page-header");
        Footer footer = new Footer(footerStart, footerEnd);
        footer.addClassName("page-footer");
        if (Shell.isDemo()) {
            Span demo = new Span(Texts.of("ui.demo.data"));
            demo.addClassName("demo-note");
            footerEnd.add(demo);
        }
        add(header, content, footer);
        addAttachListener(event -> footerStart.add(Notices.of(event.getUI())));
    }

    /** Left part of the top bar, after the name. */
    protected final Div headerStart() {
        return headerStart;
    }

    /** Right part of the top bar. */
    protected final Div headerEnd() {
        return headerEnd;
    }

    /** Everything between the bars. Lay it out with {@code cols-...} and {@code stack} classes. */
    protected final Div content() {
        return content;
    }

    /** Left part of the bottom bar. */
    protected final Div footerStart() {
        return footerStart;
    }

    /** Right part of the bottom bar, before the note about demo data. */
    protected final Div footerEnd() {
        return footerEnd;
    }

    /** Changes the name. */
    protected final void setHeading(String title) {
        heading.setText(title);
    }

    /** Keeps the name for screen readers and the tab, and gives its place to other things. */
    protected final void hideHeading() {
        heading.addClassName("sr-only");
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · Attune";
    }
}
