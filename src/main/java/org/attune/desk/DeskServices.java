package org.attune.desk;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import org.attune.access.CurrentUser;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.care.AgentCare;
import org.attune.care.CarePanels;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.customer.Customers;
import org.attune.decision.Decisions;
import org.attune.decision.Explanations;
import org.attune.decision.SafeGuidance;
import org.attune.decision.Speech;
import org.attune.history.History;
import org.attune.interaction.CallVolume;
import org.attune.interaction.DeskPresence;
import org.attune.interaction.Interactions;
import org.attune.interaction.KeptAnswers;
import org.attune.interaction.Notes;
import org.attune.interaction.PastConversations;
import org.attune.interaction.Reader;
import org.attune.interaction.WrapUps;
import org.attune.outreach.Outreach;
import org.attune.platform.DatabaseWatch;
import org.attune.ui.Formats;
import org.attune.ui.News;
import org.springframework.stereotype.Component;

/** What the parts of the desk need from the modules below. */
@Component
record DeskServices(
        Customers customers,
        Attributes attributes,
        Decisions decisions,
        Explanations explanations,
        Speech speech,
        SafeGuidance guidance,
        History history,
        Interactions interactions,
        KeptAnswers kept,
        DatabaseWatch watch,
        Outreach outreach,
        WrapUps wrapUps,
        Notes notes,
        PastConversations past,
        ConversationTold told,
        CallVolume volume,
        CarePanels care,
        AgentCare agentCare,
        DeskPresence presence,
        Vocabulary vocabulary,
        Formats formats,
        News news,
        CurrentUser user,
        Users users,
        I18NProvider texts,
        Clock clock) {
    /** Who reads notes here. */
    Reader reader() {
        return new Reader(user.username(), user.role().orElse(Role.AGENT), user.team());
    }
}
