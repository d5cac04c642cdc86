package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Edit and pause at the end of a line; stays in place when the line changes, so that the keyboard keeps its place. */
class RowActions extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<CatalogRow> onEdit;
    private final transient Consumer<CatalogRow> onPause;

    RowActions(CatalogRow row, Consumer<CatalogRow> onEdit, Consumer<CatalogRow> onPause) {
        this.onEdit = onEdit;
        this.onPause = onPause;
        addClassNames("row", "row-actions");
        show(row);
    }

    final void show(CatalogRow row) {
        removeAll();
        boolean paused = row.action().paused();
        add(
                new ActionButton(Texts.of("studio.edit.named", row.title()), click -> onEdit.accept(row))
                        .link()
                        .iconOnly(Icons.EDIT),
                new ActionButton(
                                Texts.of(paused ? "studio.resume.named" : "studio.pause.named", row.title()),
                                click -> onPause.accept(row))
                        .link()
                        .iconOnly(paused ? Icons.PLAY : Icons.PAUSE));
    }
}
