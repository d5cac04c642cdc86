package org.attune.desk;

import java.util.ArrayList;
import java.util.List;
import org.attune.desk.TimelinePanel.Told;
import org.attune.interaction.Interaction;
import org.attune.interaction.Note;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.PastConversation;
import org.attune.kernel.CustomerId;
import org.attune.ui.Texts;

/** Notes and the summaries of earlier conversations as lines of the timeline. */
final class ToldLines {
    private static final int MOST = 20;

    private ToldLines() {}

    static List<Told> of(DeskServices services, Interaction conversation) {
        CustomerId customer = conversation.known();
        List<Told> lines = new ArrayList<>();
        for (PastConversation each : services.past().of(customer, MOST)) {
            if (!each.id().equals(conversation.id())) {
                lines.add(past(services, each));
            }
        }
        services.notes().of(customer, services.reader(), MOST).forEach(each -> lines.add(note(services, each)));
        return lines;
    }

    private static Told past(DeskServices services, PastConversation each) {
        String code = each.code() == null ? Texts.of("wrapup.line.call") : Words.of(each.code());
        String text = each.summary() == null ? "" : each.summary().in(Words.language());
        return new Told(
                each.closedAt(),
                Texts.of("wrapup.line", code, CallWords.colleague(services, each.agent())),
                text.replace('\n', ' '),
                Texts.of("wrapup.read.summary", services.formats().dateTime(each.openedAt())),
                text.isEmpty() ? null : () -> ToldDialog.summary(services, each).open());
    }

    private static Told note(DeskServices services, Note each) {
        String who = CallWords.colleague(services, each.author());
        return new Told(
                each.at(),
                each.visibility() == NoteVisibility.EVERYONE
                        ? Texts.of("wrapup.line.note", who)
                        : Texts.of(
                                "wrapup.line.note.for",
                                who,
                                Texts.of("wrapup.visible." + each.visibility().key())),
                each.text().replace('\n', ' '),
                Texts.of("wrapup.read.note", who),
                () -> ToldDialog.note(services, each).open());
    }
}
