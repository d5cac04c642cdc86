package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Records;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.GuideStep;
import org.attune.catalog.GuideStep.Choice;
import org.attune.catalog.LegalSentence;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.history.Answer.ReadOut;
import org.attune.history.History;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.strategy.Strategies;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.test.context.support.WithMockUser;

/** F39 on an open desk: guides with branches that resume, and legal sentences that are ticked before a yes. */
@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class GuideTest extends SpringBrowserlessTest {
    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    Strategies strategies;

    @Autowired
    History history;

    @Autowired
    Telephony telephony;

    private String ref = "";
    private String address = "";
    private String first = "";

    @BeforeEach
    void aCallWhoseFirstActionHasAGuideAndASentence() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        ref = "guide-" + UUID.randomUUID().toString().substring(0, 8);
        CustomerId customer = SomeCustomer.named(ref, "Mara " + ref)
                .speaking(Language.FR)
                .attributes(Map.of("has_home_internet", true, "has_mobile", true, "segment", "standard"))
                .consents(Map.of("profiling", true))
                .put(customers);
        address = "desk/"
                + interactions
                        .open("agent", customer, Channel.CALL_CENTER, "technical")
                        .id();
        navigate(address, DeskView.class);
        first = place().actions().selected();
        Action before = action(first);
        publish(mandatory(before)
                .saying(
                        List.of(new LegalSentence("fourteen", new LocalText("Fourteen days, {firstName}.", ""))),
                        List.of(
                                step("one", null, "two", "end"),
                                step("two", null, "one", "end"),
                                step("end", Outcome.ACCEPTED))));
        reopen();
    }

    private void publish(Action changed) {
        strategies.publish(
                strategies.document().with(strategies.document().catalog().with(changed)), "test", "test");
    }

    /** Stands before all others whatever has been learned. */
    private static Action mandatory(Action a) {
        return Records.with(a, Map.of("actionClass", ActionClass.MANDATORY));
    }

    @AfterEach
    void closeAll() {
        for (String agent : List.of("agent", "agent2")) {
            interactions.open(agent).forEach(each -> interactions.close(each.id(), agent));
        }
    }

    private void tell(String call, Kind kind, String agent) {
        telephony.take(SomeCall.told(call, kind, agent, new Facts(false, null, null, null, "technical", ref)));
    }

    private static GuideStep step(String key, @org.jspecify.annotations.Nullable Outcome suggests, String... to) {
        return new GuideStep(
                key,
                new LocalText("Now " + key, "Maintenant " + key),
                java.util.Arrays.stream(to)
                        .map(each -> new Choice(new LocalText("To " + each, "Vers " + each), each))
                        .toList(),
                suggests);
    }

    private Action action(String key) {
        return Objects.requireNonNull(strategies.document().catalog().action(key));
    }

    private Workplace place() {
        return find(Workplace.class).single();
    }

    private DeskView desk() {
        return find(DeskView.class).single();
    }

    private String guide() {
        return find(GuidePanel.class).single().getElement().getTextRecursively();
    }

    /** As after a refresh: everything is made anew. */
    private void reopen() {
        UI.getCurrent().navigate("desk/outreach");
        navigate(address, DeskView.class);
        if (!place().actions().selected().equals(first)) {
            desk().key("1");
        }
        assertThat(place().actions().selected()).isEqualTo(first);
    }

    @Test
    void aGuideIsWalkedWithKeysAndComesBackWhereItStopped() {
        assertThat(guide()).contains("Guide, step by step").doesNotContain("Now one");
        desk().key("g");
        assertThat(guide()).contains("Now one", "To two", "To end");
        desk().key("1");
        assertThat(guide()).contains("Now two");
        desk().key("2");
        assertThat(guide()).contains("Now end", "Record: Accepted");
        desk().key("b");
        assertThat(guide()).contains("Now two");

        reopen();
        assertThat(guide()).as("open at the same step").contains("Now two");
        desk().key("g");
        assertThat(guide()).contains("Go on with the guide");
        desk().key("g");
        assertThat(guide()).contains("Now two");
    }

    @Test
    void aStepThatIsGoneMeanwhileEndsTheWayBeforeIt() {
        desk().key("g");
        desk().key("1");
        publish(action(first).saying(List.of(), List.of(step("one", null, "end"), step("end", null))));
        reopen();
        assertThat(guide()).contains("Now one", "To end");
    }

    @Test
    void aGuideGoesWithTheCallToTheColleague() {
        closeAll();
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, "agent");
        tell(call, Kind.ANSWERED, "agent");
        address = "desk/" + interactions.open("agent").getFirst().id();
        reopen();
        desk().key("g");
        desk().key("1");
        assertThat(guide()).contains("Now two");

        tell(call, Kind.TRANSFERRED, "agent2");
        var authorities = AuthorityUtils.createAuthorityList("ROLE_AGENT");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new User("agent2", "", authorities), "", authorities));
        UI.getCurrent().navigate("desk/outreach");
        navigate("desk/" + interactions.open("agent2").getFirst().id(), DeskView.class);
        assertThat(place().actions().selected()).isEqualTo(first);
        assertThat(guide()).as("at the step where the first agent stood").contains("Now two");
        desk().key("2");
        assertThat(guide()).contains("Now end");
    }

    @Test
    void nothingInTheListMovesWhileAGuideIsOpen() {
        desk().key("g");
        List<String> before = order();
        strategies.pause(second(), true, "test");
        place().catalogChanged();
        assertThat(order()).as("each in its place").containsExactlyElementsOf(before);
        assertThat(desk().getElement().getTextRecursively()).contains("New order waiting", "No longer on the list");
        strategies.pause(first, true, "test");
        place().catalogChanged();
        assertThat(guide()).contains("Now one", "This has left the list");
        desk().key("a");
        assertThat(interactionOutcomes())
                .as("nothing is recorded for what has left")
                .isEmpty();
        desk().key("g");
        assertThat(order()).doesNotContain(title(first), before.get(1));
        assertThat(guide()).doesNotContain("Now one");
        strategies.pause(first, false, "test");
    }

    private String second() {
        return Objects.requireNonNull(place().conversation().decision())
                .recommendations()
                .get(1)
                .action();
    }

    private String title(String key) {
        return action(key).title().en();
    }

    private List<String> order() {
        return find(ActionCard.class).all().stream()
                .map(each -> Words.of(each.recommendation().title()))
                .toList();
    }

    private List<Outcome> interactionOutcomes() {
        return history
                .timeline(
                        Objects.requireNonNull(
                                place().conversation().interaction().customer()),
                        10)
                .stream()
                .map(each -> each.outcome())
                .toList();
    }

    @Test
    void aYesWaitsUntilEverySentenceIsTickedAndTheTimeIsKept() {
        DecisionId decision =
                Objects.requireNonNull(place().conversation().decision()).id();
        desk().key("a");
        assertThat(guide()).contains("Before accepting: say this sentence and tick it.");
        assertThat(interactionOutcomes()).isEmpty();
        Checkbox sentence = find(Checkbox.class).single();
        assertThat(sentence.getLabel()).isEqualTo("“Fourteen days, Mara.”");
        test(sentence).click();
        assertThat(guide()).contains("said at").doesNotContain("Before accepting");

        reopen();
        assertThat(find(Checkbox.class).single().getValue())
                .as("kept over a refresh")
                .isTrue();
        decision = Objects.requireNonNull(place().conversation().decision()).id();
        desk().key("a");
        assertThat(interactionOutcomes()).containsExactly(Outcome.ACCEPTED);
        List<ReadOut> said = Objects.requireNonNull(history.readOut(decision).get(first));
        assertThat(said).extracting(ReadOut::sentence).containsExactly("fourteen");
        assertThat(said).extracting(ReadOut::words).containsExactly("Fourteen days, Mara.");

        desk().key("z");
        assertThat(history.readOut(decision)).as("taken back with its answer").isEmpty();
    }

    @Test
    void otherWordsHaveNotBeenSaid() {
        test(find(Checkbox.class).single()).click();
        publish(action(first)
                .saying(
                        List.of(new LegalSentence("fourteen", new LocalText("Thirty days.", "Trente jours."))),
                        List.of()));
        reopen();
        assertThat(find(Checkbox.class).single().getValue()).isFalse();
    }

    @Test
    void whatIsSaidFollowsTheCustomersLanguageAndMarksWhatIsMissing() {
        desk().key("u");
        assertThat(guide())
                .contains(action(first).treatments().getFirst().script().fr());
        assertThat(find(Checkbox.class).single().getElement().getAttribute("lang"))
                .as("this sentence was never translated")
                .isEqualTo("en");
        desk().key("g");
        assertThat(guide()).contains("Maintenant one", "Vers two");
        reopen();
        assertThat(guide()).contains("Maintenant one");
    }
}
