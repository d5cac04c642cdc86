package org.attune.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.Set;
import org.attune.interaction.Interaction;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Kbd;
import org.attune.ui.KeyCommand;
import org.attune.ui.KeyMap;
import org.attune.ui.Keycaps;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The keys of the desk as their reader has them, and the way to change them. */
final class KeysDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What has other words where nobody calls. */
    private static final Set<String> OF_CALLS = Set.of("desk.key.I", "desk.key.W");

    /** @param conversation on the page, null when there is none */
    KeysDialog(@Nullable Interaction conversation) {
        setHeaderTitle(Texts.of("desk.keys"));
        addClassName("keys-dialog");
        KeyMap map = Keycaps.of(UI.getCurrent()).map();
        DescriptionList list = new DescriptionList();
        list.addClassNames("facts", "keys");
        if (map.on()) {
            line(list, "1 – 9", Setting.say(conversation, "desk.key.1"));
            for (KeyCommand command : DeskKeys.ALL.commands()) {
                String label = command.labelKey();
                line(
                        list,
                        map.shown(command.key()),
                        OF_CALLS.contains(label) ? Setting.say(conversation, label) : Texts.of(label));
            }
        } else {
            line(list, "Tab", Texts.of("desk.key.tab"));
            line(list, "Enter", Texts.of("desk.key.enter"));
        }
        line(list, "Esc", Texts.of("desk.key.Esc"));
        add(list);
        ActionButton change = new ActionButton(Texts.of("ui.keys.change"), click -> {
                    close();
                    UI.getCurrent().navigate("preferences");
                })
                .link()
                .icon(Icons.SETTINGS);
        ActionButton close = new ActionButton(Texts.of("ui.close"), click -> close()).key("Esc");
        getFooter().add(change, close);
        addOpenedChangeListener(event -> close.focus());
    }

    private static void line(DescriptionList list, String key, String label) {
        Kbd kbd = Kbd.as(key);
        DescriptionList.Term term = new DescriptionList.Term();
        term.add(kbd);
        list.add(term, new DescriptionList.Description(label));
    }
}
