package org.attune.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that is hard to take back. */
public final class Ask {
    private Ask() {}

    /** Asks; runs {@code yes} when the user agrees. Escape and the second button mean no. */
    public static void confirm(String title, String question, String agree, Runnable yes) {
        dialog(title, question, agree, yes).open();
    }

    /** The same for something that takes away; the button is red. */
    public static void danger(String title, String question, String agree, Runnable yes) {
        ConfirmDialog dialog = dialog(title, question, agree, yes);
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private static ConfirmDialog dialog(String title, String question, String agree, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(question);
        dialog.setWidth("380px");
        dialog.setConfirmText(agree);
        dialog.setCancelable(true);
        dialog.setCancelText(Texts.of("ui.cancel"));
        dialog.addConfirmListener(event -> yes.run());
        return dialog;
    }
}
