package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.Sensitivity;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** A printable explanation for the customer or the regulator. */
@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class LetterViewTest extends SpringBrowserlessTest {
    @Autowired
    private Decisions decisions;

    @Autowired
    private History history;

    @Autowired
    private Customers customers;

    @Autowired
    private Attributes attributes;

    @Autowired
    private Vocabulary vocabulary;

    @Test
    void saysWhatWasSuggestedThatItWasComputedWhoDecidedAndHowToObject() {
        Decision decision = decide(existing());
        String action = decision.recommendations().getFirst().action();
        history.answer(new Answer(decision.id(), action, Outcome.ACCEPTED, null, null, null), "agent");
        navigate(InsightNavigation.letter(decision.id()), LetterView.class);

        assertThat(letter())
                .contains(
                        decision.recommendations().getFirst().title().en(),
                        "The suggestion was computed",
                        "A member of our staff saw the suggestion",
                        ": Accepted",
                        "You may object",
                        "Sales are off",
                        "C-100001");
    }

    @Test
    void protectedAttributesAreOnlyAmongWhatWasNotUsed() {
        navigate(InsightNavigation.letter(decide(existing()).id()), LetterView.class);
        String letter = letter();
        String used = letter.substring(
                letter.indexOf("Information that was used"), letter.indexOf("Information that was not used"));
        String unused = letter.substring(letter.indexOf("Information that was not used"));

        // Another test may have given the attribute another label.
        assertThat(used)
                .contains(
                        Objects.requireNonNull(attributes.dictionary().find("arrears_days"))
                                .label()
                                .en(),
                        "products you hold");
        List<String> kinds = List.of(
                used.replace("Information that was used", "").replace(".", "").split(" · "));
        attributes.dictionary().all().stream()
                .filter(each -> each.sensitivity() == Sensitivity.PROTECTED)
                .forEach(each -> {
                    assertThat(kinds).doesNotContain(each.label().en());
                    assertThat(unused).contains(each.label().en());
                });
    }

    @Test
    void theReaderChoosesTheLanguage() {
        String address = InsightNavigation.letter(decide(existing()).id());
        UI.getCurrent().navigate(address, QueryParameters.of("language", "fr"));
        assertThat(letter()).contains("La proposition a été calculée", "Vous pouvez vous opposer", "Aucune vente");

        test(find(NativeButton.class).withText("English").all().stream()
                        .filter(button -> button.getElement().hasAttribute("aria-pressed"))
                        .reduce((first, second) -> second)
                        .orElseThrow())
                .click();
        assertThat(letter()).contains("The suggestion was computed");
    }

    @Test
    void toACustomerInDiscreetModeNothingSensitiveIsWritten() {
        SomeCustomer.named("letter-discreet", "Dee Screet")
                .attributes(Map.of("arrears_days", 40, "bills_missed_6m", 3, "amount_owed", 90))
                .states(List.of(
                        new CustomerDraft.StateDraft(CustomerState.DISCREET, null, null, null),
                        new CustomerDraft.StateDraft(CustomerState.HARDSHIP, null, null, null)))
                .put(customers);
        Decision decision = decide(Objects.requireNonNull(customers.idOf("letter-discreet")));
        assertThat(decision.recommendations()).isNotEmpty();
        String action = decision.recommendations().getFirst().action();
        history.answer(new Answer(decision.id(), action, Outcome.ACCEPTED, null, null, null), "agent");
        navigate(InsightNavigation.letter(decision.id()), LetterView.class);

        for (CustomerState state : CustomerState.values()) {
            LocalText label = vocabulary.label(Vocabulary.Kind.STATE, state.key());
            assertThat(letter()).doesNotContainIgnoringCase(label.en());
        }
        assertThat(letter())
                .doesNotContain(decision.recommendations().stream()
                        .map(each -> each.title().en())
                        .toArray(String[]::new))
                .doesNotContain("difficult", "Accepted", "Dee Screet", "Sales are off")
                .contains("A service that suits your situation", "Your answer has been recorded");
    }

    private CustomerId existing() {
        return Objects.requireNonNull(customers.idOf("C-100001"));
    }

    private Decision decide(CustomerId customer) {
        return decisions.decide(DecisionRequest.of(customer, Channel.CALL_CENTER, "payment"));
    }

    private String letter() {
        return find(Article.class).single().getElement().getTextRecursively();
    }
}
