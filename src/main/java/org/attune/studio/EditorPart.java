package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.kernel.Problem;
import org.attune.ui.Card;
import org.attune.ui.SectionTitle;
import org.jspecify.annotations.Nullable;

/** One card of the editor: shows a part of an action, writes it back, and marks what is wrong at its field. */
abstract class EditorPart extends Card {
    private static final long serialVersionUID = 1L;

    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final transient Runnable onChange;

    EditorPart(String title, Runnable onChange) {
        this.onChange = onChange;
        addClassNames("stack", "editor-part");
        named(title);
        add(new SectionTitle(title));
    }

    abstract void show(Action action);

    /** Writes what was typed; what cannot be read is a problem. */
    abstract void write(ActionDraft draft, List<Problem> problems);

    /** Registers a field under the place its problems carry. */
    final <F extends Component & HasValue<?, ?>> F field(String place, F field) {
        fields.put(place, field);
        field.addValueChangeListener(change -> {
            unmark(field);
            changed();
        });
        return field;
    }

    final void forgetFields() {
        fields.clear();
    }

    final void changed() {
        onChange.run();
    }

    /** Takes a problem that belongs here; null when it does not, otherwise the field to look at. */
    @Nullable
    Component mark(String place, String message) {
        Component field = fields.get(place);
        if (field instanceof HasValidationProperties marked) {
            marked.setErrorMessage(message);
            marked.setInvalid(true);
        }
        return field;
    }

    void unmarkAll() {
        fields.values().forEach(EditorPart::unmark);
    }

    private static void unmark(Component field) {
        if (field instanceof HasValidationProperties marked) {
            marked.setInvalid(false);
        }
    }
}
