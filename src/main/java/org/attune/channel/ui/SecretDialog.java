package org.attune.channel.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Shows a token or a secret the one time it can be seen. */
final class SecretDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    SecretDialog(String title, String label, String secret) {
        setHeaderTitle(title);
        setWidth("520px");
        setCloseOnOutsideClick(false);
        TextField value = new TextField(label);
        value.setValue(secret);
        value.setReadOnly(true);
        value.setWidthFull();
        value.setAutoselect(true);
        value.addClassName("mono");
        ActionButton copy = new ActionButton(
                        Texts.of("channel.copy"),
                        click -> getElement()
                                .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", secret))
                .icon(Icons.CHECK);
        add(new Paragraph(Texts.of("channel.secret.once")), value);
        getFooter().add(copy, new ActionButton(Texts.of("channel.secret.noted"), click -> close()).primary());
    }

    /** The text to be noted. */
    static void show(String title, String label, String secret) {
        new SecretDialog(title, label, secret).open();
    }
}
