package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one dialog over a conversation. While it is open the list is not decided again; what would have done so waits until it closes. */
final class OneDialog {
    private final Consumer<String> decide;
    private @Nullable Dialog dialog;
    private @Nullable String waiting;

    /** @param decide decides again, for a cause in words */
    OneDialog(Consumer<String> decide) {
        this.decide = decide;
    }

    /** Opens a dialog in the place of the one that is open. */
    void open(Dialog next) {
        if (dialog != null) {
            dialog.close();
        }
        dialog = next;
        next.addOpenedChangeListener(event -> {
            String cause = waiting;
            if (!event.isOpened() && cause != null) {
                decide.accept(cause);
            }
        });
        next.open();
    }

    /** Closes it and forgets what waits. */
    void leave() {
        waiting = null;
        if (dialog != null) {
            dialog.close();
        }
    }

    /** Decides again, or as soon as the dialog closes. */
    void decideAgain(String cause) {
        if (isOpen()) {
            waiting = cause;
        } else {
            decide.accept(cause);
        }
    }

    /** It has been decided: nothing waits. */
    void decided() {
        waiting = null;
    }

    private boolean isOpen() {
        return dialog != null && dialog.isOpened();
    }

    /** A key was pressed; true when it belongs to the dialog. */
    boolean key(String key) {
        if (!isOpen()) {
            return false;
        }
        if (dialog instanceof AnswerDialog answers && key.matches("[1-9]")) {
            answers.digit(Integer.parseInt(key));
        }
        return true;
    }
}
