package org.attune;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Copies of records in which some parts are others, for tests that need a thing just a little different. */
public final class Records {
    private Records() {}

    /**
     * The same record with other parts.
     *
     * @param parts new values by the names of components
     * @throws IllegalArgumentException a name that the record does not have
     */
    public static <R extends Record> R with(R record, Map<String, ?> parts) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Set<String> unknown = new HashSet<>(parts.keySet());
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                unknown.remove(name);
                values[i] = parts.containsKey(name)
                        ? parts.get(name)
                        : components[i].getAccessor().invoke(record);
            }
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("no such part: " + unknown);
            }
            @SuppressWarnings("unchecked")
            R copy = (R) record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
