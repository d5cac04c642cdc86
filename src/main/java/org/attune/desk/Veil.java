package org.attune.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * What others must not see: while it is drawn, what is under it is not sent to the browser at all. On an ordinary desk there is none,
 * and everything is where it was put.
 */
final class Veil {
    private final boolean there;
    private final Map<Div, Component> holders = new WeakHashMap<>();
    private final List<Consumer<Boolean>> listeners = new ArrayList<>();
    private boolean lifted;

    /** @param there whether there is one: in a branch */
    Veil(boolean there) {
        this.there = there;
    }

    /** Whether there is one, lifted or not. */
    boolean isThere() {
        return there;
    }

    /** Whether what is under it may be shown now. */
    boolean isOpen() {
        return !there || lifted;
    }

    /** Tells when it is lifted and drawn, for what is more than a component. */
    void onMove(Consumer<Boolean> listener) {
        listeners.add(listener);
    }

    /** The component itself, or a place in which it stands while the veil is lifted. */
    Component over(Component sensitive) {
        if (!there) {
            return sensitive;
        }
        Div holder = new Div();
        holder.addClassName("veiled");
        holders.put(holder, sensitive);
        if (lifted) {
            holder.add(sensitive);
        }
        return holder;
    }

    /** Lifts or draws it. */
    void lift(boolean now) {
        if (lifted == now) {
            return;
        }
        lifted = now;
        listeners.forEach(each -> each.accept(now));
        List<Map.Entry<Div, Component>> all = new ArrayList<>(holders.entrySet());
        for (Map.Entry<Div, Component> each : all) {
            if (now) {
                each.getKey().add(each.getValue());
            } else {
                each.getKey().removeAll();
            }
        }
    }
}
