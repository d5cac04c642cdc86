package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.Locale;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.customer.Customers;
import org.attune.history.History;
import org.attune.interaction.CodeCount;
import org.attune.interaction.Interaction;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.Notes;
import org.attune.interaction.PastConversation;
import org.attune.interaction.PastConversations;
import org.attune.interaction.Reader;
import org.attune.interaction.SummaryText;
import org.attune.interaction.WrapUpBed;
import org.attune.interaction.WrapUpMode;
import org.attune.interaction.WrapUpRules;
import org.attune.interaction.WrapUps;
import org.attune.interaction.internal.InteractionStore;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What supervisors read of conversations that are over, and what administrators do not. */
@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class ConversationsViewTest extends SpringBrowserlessTest {
    private static final String AGENT = "agent-of-the-conversations";

    @Autowired
    Customers customers;

    @Autowired
    InteractionStore conversations;

    @Autowired
    WrapUps wrapUps;

    @Autowired
    WrapUpRules rules;

    @Autowired
    Notes notes;

    @Autowired
    PastConversations past;

    @Autowired
    History history;

    private String queue;
    private Interaction over;

    @BeforeEach
    void aConversationThatIsOver() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        queue = WrapUpBed.queue(rules, WrapUpMode.REQUIRED);
        over = WrapUpBed.talking(conversations, WrapUpBed.customer(customers), AGENT, queue);
        Reader author = new Reader(AGENT, Role.AGENT, "green");
        notes.add(over.id(), author, NoteVisibility.SUPERVISORS, "Was shouted at.");
        notes.add(over.id(), author, NoteVisibility.AUTHOR, "Buy bread.");
        SummaryText summary = new SummaryText(Language.EN, "Wants the bill on paper.", null);
        wrapUps.finish(over.id(), AGENT, "open", summary, Language.EN);
    }

    @SuppressWarnings("unchecked")
    private String read() {
        navigate(ConversationsView.class);
        Grid<PastConversation> grid =
                find(Grid.class).withAttribute("aria-label", "Conversations").single();
        PastConversation newest = grid.getListDataView().getItem(0);
        assertThat(newest.id()).isEqualTo(over.id());
        grid.asSingleSelect().setValue(newest);
        return find(ConversationPanel.class).single().getElement().getTextRecursively();
    }

    @Test
    void supervisorsReadSummariesAndTheNotesThatAreForThem() {
        assertThat(read())
                .contains("Still open", "Wants the bill on paper.", "Was shouted at.", "Supervisors")
                .doesNotContain("Buy bread.");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void administratorsReadNeither() {
        assertThat(read())
                .contains("Still open", "agents and supervisors")
                .doesNotContain("on paper", "shouted", "bread");
    }

    @Test
    void supervisorsReadWhatWasSaidWordForWordInThisConversationOnly() {
        LogOfActions log = new LogOfActions(history);
        log.said(over.known(), over.id(), "You have fourteen days to cancel.");
        log.said(over.known(), InteractionId.next(), "Said in another conversation.");
        log.said(CustomerId.next(), over.id(), "Said to somebody else.");

        assertThat(read())
                .contains("Said word for word before", "You have fourteen days to cancel.")
                .doesNotContain("another conversation", "somebody else");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void administratorsDoNotReadWhatWasSaidInAConversation() {
        new LogOfActions(history).said(over.known(), over.id(), "You have fourteen days to cancel.");
        assertThat(read()).doesNotContain("fourteen days");
    }

    @Test
    void codesAreCountedByQueueAndNotByAgent() {
        Interaction second = WrapUpBed.talking(conversations, WrapUpBed.customer(customers), "another", queue);
        wrapUps.finish(second.id(), "another", "open", null, Language.EN);
        assertThat(past.codes(over.openedAt()))
                .filteredOn(each -> each.queue().equals(queue))
                .extracting(CodeCount::code, CodeCount::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("open", 2L));
        assertThat(past.latest(queue, "open", 10)).hasSize(2);
        assertThat(past.latest(queue, "solved", 10)).isEmpty();
    }
}
