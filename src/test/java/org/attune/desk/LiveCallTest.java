package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.care.AgentCare;
import org.attune.interaction.Handover;
import org.attune.interaction.Handover.Said;
import org.attune.interaction.Handover.Tried;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.engine.Step.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** F38, F40, F44, F45, F55 on an open desk: what the telephone tells, and what the agent sees. */
@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class LiveCallTest extends CallBed {
    @Autowired
    private AgentCare agentCare;

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
    void oneKeyOfTheDeskCallsTheSupervisorToTheCallThatIsOpen() {
        agentCare.over("agent");
        navigate("desk", DeskView.class);
        String phone = number();
        customer(phone);
        answer(ring(phone, Handover.NONE));
        await("the page opens", () -> onPage(Workplace.class));
        find(DeskView.class).single().key("s");
        try {
            assertThat(agentCare.of("agent").orElseThrow().conversation())
                    .isEqualTo(interactions.open("agent").getFirst().id());
            await("the desk says so", () -> page().contains("Supervisor called"));
        } finally {
            agentCare.over("agent");
        }
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
