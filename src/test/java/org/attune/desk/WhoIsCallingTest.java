package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.NativeButton;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.interaction.Handover;
import org.attune.interaction.Interaction;
import org.attune.interaction.Verified;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.engine.Step.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Who is calling: chosen from several, found, left open, or proved. */
@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class WhoIsCallingTest extends CallBed {
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
    void whomTheTelephoneKnowsIsVerifiedUntilTheAgentSaysOtherwise() {
        navigate("desk", DeskView.class);
        String phone = number();
        customer(phone);
        Facts proved = new Facts(false, phone, null, null, null, null, true);
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, "agent", proved, Handover.NONE);
        answer(call);
        await("the page opens", () -> onPage(Workplace.class));
        Interaction conversation = interactions.open("agent").getFirst();
        assertThat(interactions.verified(conversation))
                .hasValueSatisfying(by -> assertThat(by.by()).isEqualTo(Verified.TELEPHONE));
        assertThat(page()).contains("Verified").doesNotContain("Not verified");

        find(DeskView.class).single().key("p");
        assertThat(page()).contains("Not verified");
        tell(call, Kind.HELD, "agent", proved, Handover.NONE);
        await("on hold", () -> page().contains("On hold"));
        assertThat(page()).as("the agent knows better").contains("Not verified");

        tell(call, Kind.ANSWERED, "agent", Facts.NONE, Handover.NONE);
        find(DeskView.class).single().key("p");
        tell(call, Kind.TRANSFERRED, "agent2", Facts.NONE, Handover.NONE);
        assertThat(interactions.verified(interactions.open("agent2").getFirst()))
                .as("the colleague need not ask again")
                .hasValueSatisfying(by -> assertThat(by.by()).isEqualTo("agent"));
    }

    @Test
    void nobodyIsVerifiedWhomNobodyKnows() {
        navigate("desk", DeskView.class);
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, "agent", new Facts(false, number(), null, null, null, null, true), Handover.NONE);
        answer(call);
        await("nobody known", () -> onPage(CallerCard.class));
        Interaction conversation = interactions.open("agent").getFirst();
        customer(number());
        CustomerId found = customers.find("Mara call", 1).getFirst().id();
        interactions.identify(conversation.id(), "agent", found);
        assertThat(interactions.verified(conversation))
                .as("the proof was about somebody else")
                .isEmpty();
    }
}
