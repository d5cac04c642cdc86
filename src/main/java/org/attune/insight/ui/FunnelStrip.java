package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.attune.insight.internal.Explained;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The way from the whole catalog to what was proposed, stage by stage: what each took away adds up to the catalog. A stage that is
 * pressed shows only its actions.
 */
class FunnelStrip extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final transient Consumer<@Nullable String> chosen;
    private final Map<String, NativeButton> buttons = new LinkedHashMap<>();
    private @Nullable String pressed;

    /** @param chosen called with a stage, or null for all */
    FunnelStrip(Explained explained, Formats formats, Consumer<@Nullable String> chosen) {
        this.formats = formats;
        this.chosen = chosen;
        addClassName("funnel-strip");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("insight.decision.funnel"));
        add(button("", "catalog", formats.count(explained.catalogSize()), "funnel-end"));
        for (Explained.Step step : explained.steps()) {
            if (step.stopped() > 0) {
                add(button(step.stage(), step.stage(), "−" + formats.count(step.stopped()), "funnel-" + step.stage()));
            }
        }
        add(button(
                Explained.PROPOSED,
                "proposed",
                formats.count(explained.proposed().size()),
                "funnel-end"));
        press(null);
    }

    private NativeButton button(String stage, String name, String count, String css) {
        Span label = new Span(stageName(name));
        Span number = new Span(count);
        number.addClassName("number");
        NativeButton button = new NativeButton("", click -> press(stage, true));
        button.add(label, number);
        button.addClassNames("funnel-step", css);
        button.getElement().setAttribute("type", "button");
        buttons.put(stage, button);
        return button;
    }

    private void press(String stage, boolean tell) {
        press(stage.isEmpty() || stage.equals(pressed) ? null : stage);
        if (tell) {
            chosen.accept(pressed);
        }
    }

    private void press(@Nullable String stage) {
        pressed = stage;
        String now = Objects.requireNonNullElse(stage, "");
        buttons.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(each.equals(now))));
    }

    /** The word for a stage; one that is not known reads as itself. */
    static String stageName(String stage) {
        boolean known = Explained.STAGES.contains(stage) || stage.equals(Explained.PROPOSED) || stage.equals("catalog");
        return known ? Texts.of("insight.stage." + stage) : stage;
    }
}
