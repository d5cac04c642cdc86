package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerState;
import org.attune.policy.ContactKind;
import org.attune.policy.ShieldPreset;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The matrix: what a customer goes through x what may be done. What cannot be changed shows a lock, the rest can be pressed. */
class ProtectionTable extends Div {
    private static final long serialVersionUID = 1L;

    private static final List<ContactKind> COLUMNS = List.of(
            ContactKind.SALE,
            ContactKind.CREDIT,
            ContactKind.UPSELL,
            ContactKind.COLLECTION,
            ContactKind.REPAYMENT,
            ContactKind.EXPLORATION);

    private final transient Vocabulary words;
    private final transient Runnable onChange;
    private final NativeTableBody body = new NativeTableBody();

    ProtectionTable(Vocabulary words, Runnable onChange) {
        this.words = words;
        this.onChange = onChange;
        addClassNames("scroll", "protection-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Texts.of("studio.protection.matrix"));
        NativeTableRow head = new NativeTableRow(header("studio.protection.state", "col"));
        COLUMNS.forEach(each -> head.add(header("studio.protection.column." + each.key(), "col")));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassNames("table", "protection");
        add(table);
    }

    final void show(ProtectionDraft draft) {
        body.removeAll();
        for (CustomerState state : CustomerState.values()) {
            String label = Words.in(words.label(Kind.STATE, state.key()));
            NativeTableRow row = new NativeTableRow(rowHeader(label));
            COLUMNS.forEach(each -> row.add(new NativeTableCell(cell(draft, state, label, each))));
            body.add(row);
        }
        signs();
        coolOff(draft);
        ShieldPreset preset = ShieldPreset.find(draft.preset());
        if (preset != null && preset.consentToBeCalled()) {
            calling();
        }
    }

    private Component cell(ProtectionDraft draft, CustomerState state, String label, ContactKind kind) {
        if (kind == ContactKind.COLLECTION) {
            // Collections may at most offer forbearance; that offer is the part that can be forbidden, too.
            ProtectionDraft.Source relief = draft.source(state, ContactKind.COLLECTIONS_RELIEF);
            return switch (relief) {
                case ALWAYS -> locked("never", null);
                case PRESET -> locked("never", presetName(draft));
                case COMPANY -> toggle(draft, state, label, ContactKind.COLLECTIONS_RELIEF, kind, true);
                case null -> toggle(draft, state, label, ContactKind.COLLECTIONS_RELIEF, kind, false);
            };
        }
        ProtectionDraft.Source source = draft.source(state, kind);
        String word = kind == ContactKind.EXPLORATION ? "mean" : "never";
        return switch (source) {
            case ALWAYS -> locked(word, null);
            case PRESET -> locked(word, presetName(draft));
            case COMPANY -> toggle(draft, state, label, kind, kind, true);
            case null -> toggle(draft, state, label, kind, kind, false);
        };
    }

    private Component toggle(
            ProtectionDraft draft,
            CustomerState state,
            String label,
            ContactKind forbids,
            ContactKind column,
            boolean pressed) {
        String word = pressed
                ? Texts.of("studio.protection.never")
                : Texts.of(
                        column == ContactKind.COLLECTION
                                ? "studio.protection.forbearance"
                                : "studio.protection.allowed");
        Span text = new Span(word);
        NativeButton button = new NativeButton();
        button.addClickListener(click -> {
            draft.toggle(state, forbids);
            onChange.run();
        });
        button.add(text);
        if (pressed) {
            Span who = new Span(Texts.of("studio.protection.company"));
            who.addClassName("studio-note");
            button.add(who);
        }
        button.addClassName("protection-toggle");
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
        button.setAriaLabel(Texts.of(
                "studio.protection.forbid", label, Texts.of("studio.protection.column." + column.key()), word));
        return button;
    }

    private void signs() {
        NativeTableRow row = new NativeTableRow(rowHeader(Texts.of("studio.protection.signs")));
        row.addClassName("protection-rule");
        for (ContactKind each : COLUMNS) {
            row.add(new NativeTableCell(each == ContactKind.CREDIT ? locked("never", null) : open()));
        }
        body.add(row);
    }

    private void coolOff(ProtectionDraft draft) {
        NativeTableRow row = new NativeTableRow(rowHeader(Texts.of("studio.protection.after", draft.coolOffDays())));
        row.addClassName("protection-rule");
        for (ContactKind each : COLUMNS) {
            row.add(new NativeTableCell(each.in(ContactKind.SALES) ? locked("never", null) : open()));
        }
        body.add(row);
    }

    private void calling() {
        // The country stands once, at the row: beside each word it would make the row four lines high.
        Span country = new Span(Texts.of("studio.protection.preset.fr"));
        country.addClassName("studio-note");
        NativeTableHeaderCell head = rowHeader("");
        head.add(new Span(Texts.of("studio.protection.calling") + " "), country);
        NativeTableRow row = new NativeTableRow(head);
        row.addClassName("protection-rule");
        for (ContactKind each : COLUMNS) {
            row.add(new NativeTableCell(
                    switch (each) {
                        case SALE, CREDIT -> locked("never", null);
                        case UPSELL -> locked("running", null);
                        default -> open();
                    }));
        }
        body.add(row);
    }

    private static String presetName(ProtectionDraft draft) {
        return Texts.of("studio.protection.preset." + draft.preset());
    }

    private static Component locked(String word, @Nullable String source) {
        Span cell = new Span(Icons.LOCK.create(), new Span(Texts.of("studio.protection." + word)));
        cell.addClassName("protection-locked");
        if (source != null) {
            Span from = new Span(source);
            from.addClassName("studio-note");
            cell.add(from);
        }
        return cell;
    }

    private static Component open() {
        Span cell = new Span(Texts.of("studio.protection.allowed"));
        cell.addClassNames("muted", "protection-open");
        return cell;
    }

    private static NativeTableHeaderCell header(String key, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of(key));
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static NativeTableHeaderCell rowHeader(String label) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(label);
        cell.getElement().setAttribute("scope", "row");
        return cell;
    }
}
