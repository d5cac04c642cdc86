package org.attune.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A share with its interval, drawn on a scale from 0 to 1. */
public class IntervalBar extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * @param low lower end, 0 to 1
     * @param mid the share itself, 0 to 1
     * @param high upper end, 0 to 1
     * @param words the same in words, for those who cannot see it
     */
    public IntervalBar(double low, double mid, double high, String words) {
        addClassName("interval-bar");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words);
        Span range = new Span();
        range.addClassName("interval-range");
        range.getStyle().set("inset-inline-start", percent(low)).set("width", percent(high - low));
        Span point = new Span();
        point.addClassName("interval-point");
        point.getStyle().set("inset-inline-start", percent(mid));
        add(range, point);
        setTitle(words);
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.2f%%", 100 * Math.clamp(share, 0, 1));
    }
}
