package org.attune.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * A row of tabs above the panel of the selected one. Arrow keys, Home and End move between tabs. The panel fills the height
 * that is left and scrolls.
 */
public class TabPanels extends Div {
    private static final long serialVersionUID = 1L;
    private static final AtomicLong NUMBER = new AtomicLong();

    private final String id = "tabs-" + NUMBER.incrementAndGet();
    private final Div strip = new Div();
    private final List<NativeButton> tabs = new ArrayList<>();
    private final List<Div> panels = new ArrayList<>();
    private transient IntConsumer onSelect = index -> {};
    private int selected;

    /**
     * @param name what the tabs are for, for screen readers
     */
    public TabPanels(String name) {
        addClassName("tab-panels");
        strip.addClassName("tab-strip");
        strip.getElement().setAttribute("role", "tablist");
        strip.getElement().setAttribute("aria-label", name);
        add(strip);
    }

    /** Adds a tab; the first one is selected. */
    public TabPanels tab(String label, Component... content) {
        int index = tabs.size();
        NativeButton tab = new NativeButton(label, click -> select(index));
        tab.setId(id + "-tab-" + index);
        tab.getElement().setAttribute("type", "button");
        tab.getElement().setAttribute("role", "tab");
        tab.getElement().setAttribute("aria-controls", id + "-panel-" + index);
        tab.getElement()
                .addEventListener(
                        "keydown",
                        event -> move(event.getEventData().path("event.key").asString("")))
                .addEventData("event.key")
                .setFilter("['ArrowLeft','ArrowRight','Home','End'].includes(event.key)")
                .preventDefault();
        tabs.add(tab);
        strip.add(tab);
        Div panel = new Div(content);
        panel.setId(id + "-panel-" + index);
        panel.addClassNames("tab-panel", "scroll");
        panel.getElement().setAttribute("role", "tabpanel");
        panel.getElement().setAttribute("aria-labelledby", id + "-tab-" + index);
        panel.getElement().setAttribute("tabindex", "0");
        panels.add(panel);
        add(panel);
        show();
        return this;
    }

    /** Puts components at the right end of the row of tabs. */
    public TabPanels end(Component... components) {
        Span end = new Span(components);
        end.addClassName("tab-strip-end");
        addComponentAtIndex(1, end);
        return this;
    }

    /** Selects a tab by its position from 0. */
    public final void select(int index) {
        if (index != selected) {
            selected = index;
            show();
            onSelect.accept(index);
        }
    }

    /** The position of the selected tab. */
    public int selected() {
        return selected;
    }

    /** Called when another tab has been selected. */
    public void onSelect(IntConsumer listener) {
        onSelect = listener;
    }

    private void move(String key) {
        int last = tabs.size() - 1;
        select(
                switch (key) {
                    case "ArrowLeft" -> selected == 0 ? last : selected - 1;
                    case "ArrowRight" -> selected == last ? 0 : selected + 1;
                    case "Home" -> 0;
                    default -> last;
                });
        tabs.get(selected).focus();
    }

    private void show() {
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).getElement().setAttribute("aria-selected", Boolean.toString(i == selected));
            tabs.get(i).getElement().setAttribute("tabindex", i == selected ? "0" : "-1");
            panels.get(i).setVisible(i == selected);
        }
    }
}
