package org.attune.studio;

import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Pauses what runs and resumes what is paused. The same button does both, so that it keeps the focus. */
class PauseButton extends ActionButton {
    private static final long serialVersionUID = 1L;

    PauseButton(Runnable onPress) {
        super("", click -> onPress.run());
        addClassNames("link", "icon-only");
    }

    void show(String name, boolean paused) {
        String words = Texts.of(paused ? "studio.resume.named" : "studio.pause.named", name);
        setAriaLabel(words);
        setTitle(words);
        removeAll();
        add((paused ? Icons.PLAY : Icons.PAUSE).create());
    }
}
