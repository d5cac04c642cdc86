package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.attune.AttuneTest;
import org.attune.kernel.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The frame around the pages and the pages shown when something is wrong, without a browser. */
@AttuneTest
@ViewPackages(packages = "org.attune.ui")
class MainLayoutTest extends SpringBrowserlessTest {
    @Autowired
    private List<NavigationEntry> entries;

    @Test
    @WithMockUser(username = "agent", roles = "AGENT")
    void showsAPageOfTheRoleInTheFrame() {
        navigate("probe", Probe.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Probe");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Probe · Attune");
        assertThat(find(Span.class).withText("Demo data").all()).hasSize(1);
        assertThat(find(NativeButton.class).withText("Demo").all()).hasSize(1);
    }

    @Test
    @WithMockUser(username = "agent", roles = "AGENT")
    void theRailLeadsOnlyWhereTheRoleMayGo() {
        navigate("probe", Probe.class);
        List<String> places = find(Anchor.class).withClassName("rail-entry").all().stream()
                .map(Anchor::getHref)
                .toList();
        assertThat(places)
                .containsExactlyInAnyOrderElementsOf(entries.stream()
                        .filter(entry -> entry.roles().contains(org.attune.access.Role.AGENT))
                        .map(entry -> "/" + entry.path())
                        .toList());
        assertThat(find(Nav.class).single().getElement().getAttribute("aria-label"))
                .isEqualTo("Main");
    }

    @Test
    @WithMockUser(username = "supervisor", roles = "SUPERVISOR")
    void aPageOfAnotherRoleIsRefusedInPlainWords() {
        UI.getCurrent().navigate("probe");
        assertThat(find(H1.class).single().getText()).isEqualTo("This page is not for you");
    }

    @Test
    @WithMockUser(username = "agent", roles = "AGENT")
    void anAddressWithoutAPageSaysSo() {
        UI.getCurrent().navigate("no/such/page");
        assertThat(find(H1.class).single().getText()).isEqualTo("There is no such page");
    }

    @Test
    @WithMockUser(username = "agent", roles = "AGENT")
    void aThingThatDoesNotExistSaysSoWithoutRepeatingTheAddress() {
        UI.getCurrent().navigate("missing");
        assertThat(find(Paragraph.class)
                        .withClassName("empty-state-title")
                        .single()
                        .getText())
                .isEqualTo("This does not exist here");
    }

    @Test
    @WithMockUser(username = "agent", roles = "AGENT")
    void anUnexpectedErrorShowsAReferenceAndNothingOfItsInside() {
        UI.getCurrent().navigate("broken");
        assertThat(find(H1.class).single().getText()).isEqualTo("Something went wrong");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.matches(".*reference: [0-9a-f]{8}"))
                .noneMatch(text -> text.contains("inside"));
    }

    /** Package-private as all views are. */
    @Route(value = "probe", layout = MainLayout.class)
    @RolesAllowed("AGENT")
    static class Probe extends Page {
        private static final long serialVersionUID = 1L;

        Probe() {
            super("Probe");
        }
    }

    @Route(value = "missing", layout = MainLayout.class)
    @RolesAllowed("AGENT")
    static class Missing extends Page {
        private static final long serialVersionUID = 1L;

        Missing() {
            super("Missing");
            throw new NotFoundException("customer", "x");
        }
    }

    @Route(value = "broken", layout = MainLayout.class)
    @RolesAllowed("AGENT")
    static class Broken extends Page {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("Broken");
            throw new IllegalStateException("planned by the test: inside");
        }
    }
}
