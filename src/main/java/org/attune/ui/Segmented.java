package org.attune.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two to four choices side by side, one of them pressed. */
public class Segmented<T> extends Div {
    private static final long serialVersionUID = 1L;

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final transient Consumer<T> onChoice;
    private @Nullable T value;

    /**
     * @param name what is chosen, for screen readers
     * @param onChoice called when the user chooses, not when {@link #setValue} does
     */
    public Segmented(String name, Consumer<T> onChoice) {
        this.onChoice = onChoice;
        addClassName("segmented");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
    }

    /** Adds a choice. */
    public Segmented<T> option(T choice, String label) {
        NativeButton button = new NativeButton(label, click -> {
            if (!Objects.equals(value, choice)) {
                setValue(choice);
                onChoice.accept(choice);
            }
        });
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("aria-pressed", "false");
        buttons.put(choice, button);
        add(button);
        return this;
    }

    /** Marks a choice without telling anybody. */
    public void setValue(@Nullable T choice) {
        value = choice;
        buttons.forEach((each, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(Objects.equals(each, choice))));
    }

    /** What is chosen. */
    public @Nullable T value() {
        return value;
    }
}
