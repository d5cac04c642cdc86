package org.attune.insight.ui;

import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;

/** Rows that stay the same row, and stay selected, when their figures change. */
class KeyedRows<T> extends ListDataProvider<T> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, String> key;

    /** @param rows what is shown; change it and refresh */
    KeyedRows(List<T> rows, SerializableFunction<T, String> key) {
        super(rows);
        this.key = key;
    }

    @Override
    public Object getId(T row) {
        return key.apply(row);
    }
}
