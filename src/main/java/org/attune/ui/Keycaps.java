package org.attune.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The keys that stand on the buttons of one open window. They follow at once when their owner chooses others. */
public final class Keycaps implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Set<Kbd> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final transient List<Runnable> listeners = new ArrayList<>();
    private KeyMap map = KeyMap.USUAL;

    private Keycaps() {}

    /** Those of a window. */
    public static Keycaps of(UI ui) {
        Keycaps known = ComponentUtil.getData(ui, Keycaps.class);
        if (known == null) {
            known = new Keycaps();
            ComponentUtil.setData(ui, Keycaps.class, known);
        }
        return known;
    }

    /** Which key does what here. */
    public KeyMap map() {
        return map;
    }

    /** The same as the browser wants it: a JSON object with the usual key by the pressed one. */
    public String pressed() {
        return map.pressed();
    }

    /** From now on these count. */
    public void use(KeyMap now) {
        if (!now.equals(map)) {
            map = now;
            List.copyOf(shown).forEach(each -> each.paint(now));
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    /** Told when other keys count. */
    public Registration listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void add(Kbd kbd) {
        shown.add(kbd);
        kbd.paint(map);
    }

    void remove(Kbd kbd) {
        shown.remove(kbd);
    }
}
