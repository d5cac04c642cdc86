package org.attune.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.interaction.internal.InteractionStore;
import org.attune.interaction.internal.NoteStore;
import org.attune.interaction.internal.SummaryStore;
import org.attune.interaction.internal.WrapUpStore;
import org.attune.kernel.Ids;
import org.attune.kernel.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes conversations over that were held elsewhere, with their own times; all of them or none. Nobody is told: they are over. */
@Service
public class TalksOfThePast {
    private final InteractionStore conversations;
    private final WrapUpStore wrapUps;
    private final SummaryStore summaries;
    private final NoteStore notes;
    private final Users users;

    TalksOfThePast(
            InteractionStore conversations, WrapUpStore wrapUps, SummaryStore summaries, NoteStore notes, Users users) {
        this.conversations = conversations;
        this.wrapUps = wrapUps;
        this.summaries = summaries;
        this.notes = notes;
        this.users = users;
    }

    /** Writes them down as they are. */
    @Transactional
    public void takeOver(List<PastTalk> talks) {
        talks.forEach(this::write);
    }

    private void write(PastTalk talk) {
        Interaction over = talk.conversation();
        Instant ended = Objects.requireNonNull(over.closedAt());
        conversations.insert(over);
        String code = talk.code();
        wrapUps.begin(over.id(), over.agent(), talk.rule(), ended, null);
        wrapUps.finish(
                over.id(),
                code == null ? null : talk.rule().codeOrTimeOut(code),
                talk.timedOut() ? WrapUp.TIME_OUT : over.agent(),
                ended);
        UserAccount agent = users.byName(over.agent()).orElse(null);
        int version = 0;
        if (talk.composed() != null) {
            Language language = agent == null || agent.language() == null ? Language.EN : agent.language();
            summaries.add(over.id(), ++version, SummaryText.composed(talk.composed(), language), over.agent(), ended);
        }
        if (talk.changed() != null) {
            summaries.add(over.id(), ++version, PastConversations.clean(talk.changed()), over.agent(), ended);
        }
        for (PastTalk.PastNote each : talk.notes()) {
            notes.add(new Note(
                    Ids.next(),
                    1,
                    over.id(),
                    over.agent(),
                    agent == null ? null : agent.team(),
                    each.visibility(),
                    Notes.checked(each.text()),
                    ended));
        }
    }
}
