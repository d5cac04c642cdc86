package org.attune.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.attune.care.CareChanged;
import org.attune.care.HelpCalled;
import org.attune.customer.CustomerChanged;
import org.attune.customer.SignalReceived;
import org.attune.history.OutcomeRecorded;
import org.attune.interaction.CallRinging;
import org.attune.interaction.Interaction;
import org.attune.interaction.InteractionChanged;
import org.attune.interaction.KeptAnswersSent;
import org.attune.interaction.NoteWritten;
import org.attune.platform.DatabaseAway;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.News;

/** What an open desk hears of, and what it does then. */
final class DeskNews {
    private DeskNews() {}

    static List<Registration> listen(News news, UI ui, String agent, DeskView desk) {
        return List.of(
                news.listen(StrategyPublished.class, n -> ui.access(() -> desk.published(ui, n))),
                news.listen(SignalReceived.class, n -> desk.about(ui, n.customer(), w -> w.happened(n.type()))),
                news.listen(CustomerChanged.class, n -> desk.about(ui, n.customer(), Workplace::factsChanged)),
                news.listen(CareChanged.class, n -> desk.about(ui, n.customer(), Workplace::careChanged)),
                news.listen(OutcomeRecorded.class, n -> desk.about(ui, n.customer(), Workplace::refreshTimeline)),
                news.listen(NoteWritten.class, n -> desk.about(ui, n.customer(), Workplace::refreshTimeline)),
                news.listen(CallRinging.class, n -> mine(ui, agent, n.interaction(), desk)),
                news.listen(InteractionChanged.class, n -> mine(ui, agent, n.interaction(), desk)),
                news.listen(
                        DatabaseAway.class, n -> ui.access(() -> desk.withWorkplace(w -> w.databaseChanged(false)))),
                news.listen(KeptAnswersSent.class, n -> ui.access(() -> desk.caughtUp(n))),
                news.listen(HelpCalled.class, n -> {
                    if (n.agent().equals(agent)) {
                        ui.access(desk::helpChanged);
                    }
                }));
    }

    private static void mine(UI ui, String agent, Interaction interaction, DeskView desk) {
        if (interaction.agent().equals(agent)) {
            ui.access(() -> desk.moved(interaction));
        }
    }
}
