package org.attune.outreach.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.kernel.CustomerId;
import org.attune.outreach.Outreach;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItem.State;
import org.attune.ui.ActionButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The list "To call" as an agent works with it. */
@AttuneTest
@ViewPackages(packages = {"org.attune.outreach.ui", "org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class WorklistViewTest extends SpringBrowserlessTest {
    @Autowired
    Customers customers;

    @Autowired
    Outreach outreach;

    @Autowired
    Clock clock;

    @BeforeEach
    void inEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    private OutreachItem complained(String ref) {
        SomeCustomer.named(ref, "Zoe " + ref)
                .phones(List.of("+33612340000"))
                .attributes(Map.of("segment", "standard"))
                .put(customers);
        customers.receive(
                ref,
                "complaint-social",
                "worklist-test",
                UUID.randomUUID().toString(),
                clock.instant().minus(Duration.ofSeconds(1)),
                Map.of());
        CustomerId customer = Objects.requireNonNull(customers.idOf(ref));
        await(() -> outreach.worklist(10_000).stream()
                .anyMatch(item -> item.customer().equals(customer)));
        return outreach.worklist(10_000).stream()
                .filter(item -> item.customer().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private ItemRow row(String name) {
        return find(ItemRow.class).all().stream()
                .filter(each -> String.valueOf(each.getElement().getAttribute("aria-label"))
                        .startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
    }

    private boolean listed(String name) {
        return find(ListItem.class).all().stream()
                .anyMatch(each -> String.valueOf(each.getElement().getAttribute("aria-label"))
                        .startsWith(name + ":"));
    }

    private void press(ItemRow row, String words) {
        test(find(ActionButton.class, row)
                        .withCondition(each -> each.label().equals(words))
                        .single())
                .click();
    }

    private boolean reads(String words) {
        return find(Span.class).all().stream().anyMatch(each -> each.getText().contains(words));
    }

    @Test
    void takingACustomerOpensTheConversationWithTheReasonForTheCall() {
        OutreachItem item = complained("todo-1");
        UI.getCurrent().navigate("desk/outreach");
        assertThat(listed("Zoe todo-1")).isTrue();
        press(row("Zoe todo-1"), "Take");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("desk/")
                .isNotEqualTo("desk/outreach");
        assertThat(reads("Complained in public")).isTrue();
        assertThat(reads("They said in public what went wrong")).isTrue();
        test(find(ActionButton.class)
                        .withCondition(each -> each.label().equals("Talked about it"))
                        .single())
                .click();
        assertThat(outreach.get(item.id()).state()).isEqualTo(State.DONE);
        assertThat(outreach.get(item.id()).who()).isEqualTo("agent");
    }

    @Test
    void leavingACustomerAsksWhy() {
        OutreachItem item = complained("todo-2");
        UI.getCurrent().navigate("desk/outreach");
        press(row("Zoe todo-2"), "Do not call");
        test(find(ActionButton.class, find(Dialog.class).single())
                        .withCondition(each -> each.label().equals("Not reached"))
                        .single())
                .click();
        assertThat(outreach.get(item.id()).state()).isEqualTo(State.DISMISSED);
        assertThat(outreach.get(item.id()).reason()).isEqualTo("not-reached");
        await(() -> reads("Not called"));
    }

    @Test
    void whatAColleagueTakesIsShownAtItsPlaceWithoutAnythingToPress() {
        OutreachItem item = complained("todo-3");
        UI.getCurrent().navigate("desk/outreach");
        ItemRow row = row("Zoe todo-3");
        outreach.take(item.id(), "agent2");
        await(() -> find(ActionButton.class, row).all().isEmpty());
        assertThat(row("Zoe todo-3")).isSameAs(row);
    }

    @Test
    void newsWaitsBehindAButtonInsteadOfMovingTheList() {
        UI.getCurrent().navigate("desk/outreach");
        complained("todo-4");
        await(() -> find(ActionButton.class).all().stream()
                .anyMatch(each -> each.isVisible() && each.label().endsWith(" new")));
        assertThat(listed("Zoe todo-4")).isFalse();
        test(find(ActionButton.class)
                        .withCondition(each -> each.label().endsWith(" new"))
                        .single())
                .click();
        assertThat(listed("Zoe todo-4")).isTrue();
    }

    @Test
    @WithMockUser(username = "supervisor", roles = "SUPERVISOR")
    void supervisorsSeeTheListAndCanPressNothing() {
        complained("todo-5");
        UI.getCurrent().navigate("insight/outreach");
        assertThat(listed("Zoe todo-5")).isTrue();
        assertThat(find(ActionButton.class, row("Zoe todo-5")).all()).isEmpty();
        assertThat(reads("Complained in public")).isTrue();
    }
}
