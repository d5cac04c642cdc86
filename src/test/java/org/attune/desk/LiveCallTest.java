package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Handover;
import org.attune.interaction.Handover.Said;
import org.attune.interaction.Handover.Tried;
import org.attune.interaction.Interactions;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Receipt;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** F38, F40, F44, F45, F55 on an open desk: what the telephone tells, and what the agent sees. */
@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class LiveCallTest extends SpringBrowserlessTest {
    private static final Random NUMBERS = new Random();

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    Telephony telephony;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void inEnglishAndFree() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        closeAll();
    }

    @AfterEach
    void closeAll() {
        for (String agent : List.of("agent", "agent2")) {
            interactions.open(agent).forEach(each -> interactions.close(each.id(), agent));
        }
    }

    private static String number() {
        return "+3378" + (1_000_000 + NUMBERS.nextInt(8_999_999));
    }

    /** A customer of this test's own, with a name nobody else has. */
    private String customer(String phone) {
        String ref = "call-" + UUID.randomUUID().toString().substring(0, 8);
        SomeCustomer.named(ref, "Mara " + ref)
                .phones(List.of(phone))
                .attributes(
                        Map.of("arrears_days", 0, "has_home_internet", true, "segment", "standard", "churn_risk", 0.2))
                .consents(Map.of("profiling", true))
                .put(customers);
        return "Mara " + ref;
    }

    private void tell(String call, Kind kind, @Nullable String agent, Facts facts, Handover handover) {
        Receipt receipt = telephony.take(new CallEvent(
                "/desk-test", UUID.randomUUID().toString(), kind, call, Instant.now(), agent, facts, handover));
        assertThat(receipt.status()).as(receipt.detail()).isEqualTo(Receipt.Status.ACCEPTED);
    }

    private String ring(String phone, Handover handover) {
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, "agent", Facts.from(phone), handover);
        return call;
    }

    private void answer(String call) {
        tell(call, Kind.ANSWERED, "agent", Facts.NONE, Handover.NONE);
    }

    private String page() {
        return find(DeskView.class).single().getElement().getTextRecursively();
    }

    private boolean onPage(Class<? extends Component> part) {
        return !find(part).all().isEmpty();
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).as(what + " on: " + page()).isTrue();
    }

    private void press(String name) {
        NativeButton button = find(NativeButton.class).all().stream()
                .filter(each -> each.isVisible()
                        && each.getElement().getTextRecursively().startsWith(name))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    @Test
    void aFreeDeskShowsWhoRingsAndOpensTheirPageWhenItIsAnswered() {
        navigate("desk", DeskView.class);
        String phone = number();
        String name = customer(phone);
        String call = ring(phone, Handover.NONE);
        await("it rings", () -> onPage(RingCard.class));
        assertThat(page()).contains(name, phone.substring(phone.length() - 4)).doesNotContain(phone);
        assertThat(onPage(Workplace.class))
                .as("only the least before it is answered")
                .isFalse();
        answer(call);
        await("the page opens", () -> onPage(Workplace.class));
        assertThat(page()).contains(name);
        tell(call, Kind.HELD, "agent", Facts.NONE, Handover.NONE);
        await("on hold", () -> page().contains("On hold"));
        tell(call, Kind.ENDED, null, Facts.NONE, Handover.NONE);
        await("finishing up", () -> page().contains("Finishing up"));
        assertThat(onPage(Workplace.class)).as("the work is not taken away").isTrue();
    }

    @Test
    void aSecondCallIsSaidAndMovesNothing() {
        navigate("desk", DeskView.class);
        String phone = number();
        String name = customer(phone);
        answer(ring(phone, Handover.NONE));
        await("the page opens", () -> onPage(Workplace.class));
        Workplace first = find(Workplace.class).single();
        String otherPhone = number();
        String other = customer(otherPhone);
        String second = ring(otherPhone, Handover.NONE);
        await("it is said", () -> page().contains("Ringing: " + other));
        tell(second, Kind.ANSWERED, "agent", Facts.NONE, Handover.NONE);
        await("it is on the line", () -> page().contains("On the line: " + other));
        assertThat(find(Workplace.class).single()).as("the page stays").isSameAs(first);
        assertThat(page()).contains(name);

        find(DeskView.class).single().key("r");
        await("shown when asked for", () -> find(Workplace.class).single() != first);
        Component place = find(Workplace.class).single();
        assertThat(place.getElement().getTextRecursively())
                .as("nothing of the other customer on this one's page")
                .contains(other)
                .doesNotContain(name);
        assertThat(find(CallTabs.class).single().getElement().getTextRecursively())
                .contains(name, other);
        find(DeskView.class).single().key("x");
        assertThat(find(Workplace.class).single().getElement().getTextRecursively())
                .contains(name)
                .doesNotContain(other);
    }

    @Test
    void severalWithOneNumberAreToBeChosenFrom() {
        String phone = number();
        String one = customer(phone);
        String two = customer(phone);
        navigate("desk", DeskView.class);
        String call = ring(phone, Handover.NONE);
        await("it rings", () -> page().contains("2 customers share this number"));
        assertThat(page()).doesNotContain(one).doesNotContain(two);
        answer(call);
        await("to choose", () -> onPage(CallerCard.class));
        NativeButton choose = find(NativeButton.class).all().stream()
                .filter(each -> (two + " is calling").equals(each.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
        test(choose).click();
        await("the page opens", () -> onPage(Workplace.class));
        assertThat(page()).contains(two).doesNotContain(one);
        press("Somebody else?");
        await("open again", () -> onPage(CallerCard.class));
        assertThat(onPage(Workplace.class)).isFalse();
    }

    @Test
    void anUnknownCallerCanBeFoundOrLeftOpen() {
        navigate("desk", DeskView.class);
        String call = ring(number(), Handover.NONE);
        await("it rings", () -> page().contains("Unknown caller"));
        answer(call);
        await("nobody known", () -> onPage(CallerCard.class));
        assertThat(page()).contains("leave it open");
        press("End call");
        await("free again", () -> onPage(EmptyDesk.class));
        assertThat(interactions.open("agent")).isEmpty();
    }

    @Test
    void whoWasChosenBeforeTheCallCameIsNotItsCaller() {
        navigate("desk", DeskView.class);
        String phone = number();
        String name = customer(phone);
        CustomerId sought = customers.find(name, 1).getFirst().id();
        answer(ring(number(), Handover.NONE));
        await("nobody known", () -> onPage(CallerCard.class));
        InteractionId unknown = interactions.open("agent").getFirst().id();

        find(DeskView.class).single().begin(sought, "");
        await("a conversation of their own", () -> onPage(Workplace.class));
        assertThat(interactions.get(unknown, "agent").customer())
                .as("the caller is still unknown")
                .isNull();

        find(DeskView.class).single().key("x");
        await("back at the unknown caller", () -> onPage(CallerCard.class));
        find(DeskView.class).single().begin(sought, unknown.toString());
        assertThat(interactions.get(unknown, "agent").customer()).isEqualTo(sought);
    }

    @Test
    void theCallOfAColleagueIsInvisible() {
        navigate("desk", DeskView.class);
        String phone = number();
        String name = customer(phone);
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, "agent2", Facts.from(phone), Handover.NONE);
        String mine = number();
        customer(mine);
        ring(mine, Handover.NONE);
        await("mine rings", () -> onPage(RingCard.class));
        assertThat(page()).doesNotContain(name);
        assertThat(find(RingCard.class).all()).hasSize(1);
    }

    @Test
    void whoComesBackStandsWhereTheyStood() {
        String phone = number();
        String name = customer(phone);
        answer(ring(phone, Handover.NONE));
        String address = "desk/" + interactions.open("agent").getFirst().id();
        DeskView desk = navigate(address, DeskView.class);
        desk.key("2");
        Workplace before = find(Workplace.class).single();
        String chosen = before.actions().selected();
        assertThat(chosen).isNotEqualTo(proposedKey(before));
        UI.getCurrent().navigate("desk");
        await(
                "the desk of somebody on the line is that call",
                () -> find(Workplace.class).single() != before);
        Workplace after = find(Workplace.class).single();
        assertThat(after.actions().selected()).isEqualTo(chosen);
        assertThat(after.getElement().getTextRecursively()).contains(name);
    }

    private static String proposedKey(Workplace place) {
        return Objects.requireNonNull(place.conversation().decision())
                .recommendations()
                .getFirst()
                .action();
    }

    @Test
    void whatABotTriedIsShownAndNotProposedAgain() {
        String phone = number();
        customer(phone);
        navigate("desk", DeskView.class);
        answer(ring(phone, Handover.NONE));
        await("the page opens", () -> onPage(Workplace.class));
        List<String> before = proposed();
        assertThat(before).hasSizeGreaterThan(1);
        String settled = find(Workplace.class).single().actions().selected();
        closeAll();
        await("free again", () -> onPage(EmptyDesk.class));
        Handover bot = new Handover(
                List.of(new Said("customer", "It is slow again.")),
                List.of(new Tried(settled, "declined", null), new Tried("weekly-joke", "", null)));
        answer(ring(phone, bot));
        await("the page opens", () -> onPage(Workplace.class));
        assertThat(page()).contains("From the assistant", before.getFirst() + " (declined)", "weekly-joke");
        assertThat(proposed()).doesNotContain(before.getFirst());
        press("What was said");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("It is slow again.");
    }

    private List<String> proposed() {
        return find(Article.class).all().stream()
                .filter(each -> each instanceof ActionCard)
                .map(each -> Objects.requireNonNullElse(each.getElement().getAttribute("aria-label"), ""))
                .toList();
    }

    @Test
    void aTransferIsShownAtBothEnds() {
        String phone = number();
        String name = customer(phone);
        navigate("desk", DeskView.class);
        String call = UUID.randomUUID().toString();
        tell(call, Kind.ANSWERED, "agent2", Facts.from(phone), Handover.NONE);
        tell(call, Kind.TRANSFERRED, "agent", Facts.NONE, Handover.NONE);
        await("it rings", () -> page().contains("From Tom Becker"));
        answer(call);
        await("the page opens", () -> onPage(Workplace.class));
        assertThat(page()).contains(name);
        tell(call, Kind.TRANSFERRED, "agent2", Facts.NONE, Handover.NONE);
        await("passed on", () -> page().contains("Passed to Tom Becker"));
        assertThat(onPage(Workplace.class)).as("there is something to finish").isTrue();
    }

    @Test
    void whatAnotherNodeHearsReachesTheDeskOfThisOne() {
        navigate("desk", DeskView.class);
        String phone = number();
        String name = customer(phone);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into interaction_interaction (id, customer_id, agent, channel, reason, state, source, caller, opened_at, call_id)
                values (?, ?, 'agent', 'call-center', '', 'ringing', 'telephony', ?, now(), ?)""")
                .params(
                        id,
                        Objects.requireNonNull(customers.idOf(name.substring(5)))
                                .value(),
                        phone,
                        UUID.randomUUID())
                .update();
        jdbc.sql("select pg_notify('interaction_moved', ?)")
                .param(id + " another-node")
                .query((row, number) -> true)
                .list();
        await("it rings", () -> onPage(RingCard.class) && page().contains(name));
    }

    @Test
    void aReasonTheTelephoneTellsLaterRanksAnewAndSaysWhy() {
        String phone = number();
        customer(phone);
        navigate("desk", DeskView.class);
        String call = ring(phone, Handover.NONE);
        answer(call);
        await("the page opens", () -> onPage(Workplace.class));
        List<String> before = proposed();
        Facts about = new Facts(null, null, null, null, "leaving", null);
        tell(call, Kind.ANSWERED, "agent", about, Handover.NONE);
        await("ranked anew", () -> !proposed().equals(before));
        String announced = page();
        assertThat(announced).contains("The list changed (about: Leaving)");
    }
}
