package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Edit and pause at the end of a line; they stay when the line changes, so that the keyboard keeps its place. */
class RowActions extends Div {
    private static final long serialVersionUID = 1L;

    private transient CatalogRow row;
    private final ActionButton edit;
    private final PauseButton pause;

    RowActions(CatalogRow row, Consumer<CatalogRow> onEdit, Consumer<CatalogRow> onPause) {
        this.row = row;
        edit = new ActionButton(Texts.of("studio.edit.named", row.title()), click -> onEdit.accept(this.row))
                .link()
                .iconOnly(Icons.EDIT);
        pause = new PauseButton(() -> onPause.accept(this.row));
        addClassNames("row", "row-actions");
        add(edit, pause);
        show(row);
    }

    final void show(CatalogRow now) {
        row = now;
        String words = Texts.of("studio.edit.named", now.title());
        edit.setAriaLabel(words);
        edit.setTitle(words);
        pause.show(now.title(), now.action().paused());
    }
}
