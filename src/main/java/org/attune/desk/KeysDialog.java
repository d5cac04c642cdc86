package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;
import org.attune.ui.ActionButton;
import org.attune.ui.Kbd;
import org.attune.ui.Texts;

/** The keys of the desk. */
final class KeysDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final List<String> KEYS =
            List.of("/", "R", "I", "1", "0", "A", "D", "L", "N", "Y", "T", "M", "H", "S", "Z", "X", "W", "?", "Esc");

    KeysDialog() {
        setHeaderTitle(Texts.of("desk.keys"));
        DescriptionList list = new DescriptionList();
        list.addClassNames("facts", "keys");
        for (String key : KEYS) {
            DescriptionList.Term term = new DescriptionList.Term();
            Kbd kbd = new Kbd(key.equals("1") ? "1 – 3" : key);
            kbd.getElement().removeAttribute("aria-hidden");
            term.add(kbd);
            list.add(term, new DescriptionList.Description(Texts.of("desk.key." + name(key))));
        }
        add(list);
        ActionButton close = new ActionButton(Texts.of("ui.close"), click -> close()).key("Esc");
        getFooter().add(close);
        addOpenedChangeListener(event -> close.focus());
    }

    private static String name(String key) {
        return switch (key) {
            case "/" -> "search";
            case "?" -> "help";
            default -> key;
        };
    }
}
