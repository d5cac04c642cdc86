package org.attune.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/**
 * A chart by Apache ECharts. Colours in the option may be written as CSS custom properties, {@code "var(--accent)"}: they
 * are read again when the scheme changes. Texts and axes take the colours of the page by themselves.
 */
@Tag("attune-chart")
@JsModule("context://attune-chart.js")
public class EChart extends Component implements HasSize, HasStyle {
    private static final long serialVersionUID = 1L;

    /**
     * @param name what the chart shows, for screen readers
     * @param words the same in a sentence: the main finding in words
     */
    public EChart(String name, String words) {
        addClassName("chart");
        getElement().setAttribute("role", "img");
        describe(name, words);
    }

    /** Changes what screen readers hear. */
    public final void describe(String name, String words) {
        getElement().setAttribute("aria-label", words.isEmpty() ? name : name + ". " + words);
    }

    /** Shows an ECharts option given as JSON text; the whole picture is replaced. */
    public void setOption(String json) {
        getElement().setProperty("option", json);
    }

    /** Calls with the name of the point that was clicked. */
    public Registration onPoint(Consumer<String> consumer) {
        return getElement()
                .addEventListener(
                        "chart-click",
                        event -> consumer.accept(
                                event.getEventData().path("event.detail.name").asString("")))
                .addEventData("event.detail.name");
    }
}
