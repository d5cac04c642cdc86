package org.attune.studio;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Vocabulary;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.ui.Ask;
import org.attune.ui.Formats;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** Takes an action out of the catalog, after saying what stays, or says what still needs it. */
final class Retiring {
    private final ActionDesk desk;
    private final Vocabulary words;
    private final Formats formats;

    Retiring(ActionDesk desk, Vocabulary words, Formats formats) {
        this.desk = desk;
        this.words = words;
        this.formats = formats;
    }

    void ask(Action action, Runnable done) {
        String title = Words.in(action.title());
        List<String> uses = Uses.of(action.key(), desk.document(), words, formats);
        if (!uses.isEmpty()) {
            refuse(title, uses);
            return;
        }
        Ask.danger(
                Texts.of("studio.retire.title", title),
                Texts.of("studio.retire.question"),
                Texts.of("studio.retire"),
                () -> retire(action, done));
    }

    private void retire(Action action, Runnable done) {
        try {
            long number = desk.retire(action);
            boolean live = desk.live(action.key()) != null;
            Notify.success(Texts.of(
                    live ? "studio.protection.drafted" : "studio.retire.done", number, Words.in(action.title())));
            done.run();
        } catch (ConflictException e) {
            Notify.error(e);
        } catch (InvalidException e) {
            Notify.error(e.problems().getFirst().message(Language.of(Texts.locale())));
        }
    }

    private static void refuse(String title, List<String> uses) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(Texts.of("studio.retire.used.title", title));
        dialog.setWidth("460px");
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        uses.forEach(each -> list.add(new ListItem(each)));
        Div text = new Div(new Paragraph(Texts.of("studio.retire.used")), list);
        text.addClassName("stack");
        dialog.setText(text);
        dialog.setConfirmText(Texts.of("ui.close"));
        dialog.open();
    }
}
