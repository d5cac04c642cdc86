package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import org.attune.insight.internal.EvidenceSheet;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.SectionTitle;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How many conversations are still needed to see an effect of some size. */
class PowerPanel extends Card {
    private static final long serialVersionUID = 1L;
    private static final double USUAL = 0.2;
    /** A larger control group, to see what it would save. */
    private static final double LARGER = 0.1;

    private final transient Formats formats;
    private final Segmented<Double> effect =
            new Segmented<>(Texts.of("insight.evidence.power.effect"), chosen -> show());
    private final Div body = new Div();
    private transient @Nullable EvidenceSheet sheet;

    PowerPanel(Formats formats) {
        this.formats = formats;
        addClassName("power");
        for (double each : new double[] {0.05, 0.1, USUAL, 0.5}) {
            effect.option(each, formats.signedPercent(each, 0));
        }
        effect.setValue(USUAL);
        body.addClassName("stack");
        add(new SectionTitle(Texts.of("insight.evidence.power")), effect, body);
    }

    void show(EvidenceSheet shown) {
        sheet = shown;
        show();
    }

    private void show() {
        EvidenceSheet shown = sheet;
        Double chosen = effect.value();
        if (shown == null || chosen == null) {
            return;
        }
        body.removeAll();
        EvidenceSheet.Need need = shown.need(chosen, shown.controlShare());
        if (need == null) {
            body.add(note(Texts.of(
                    shown.controlShare() > 0 ? "insight.evidence.power.none" : "insight.evidence.power.nocontrol")));
            return;
        }
        NativeTableBody lines = new NativeTableBody(
                line("once", formats.count(need.once())),
                line("always", formats.count(need.always())),
                line("so", formats.count(need.so())),
                line("left", formats.count(Math.max(0, need.always() - need.so()))));
        Long days = need.daysLeft();
        if (days != null) {
            lines.add(line("days", days == 0 ? Texts.of("insight.evidence.power.reached") : formats.count(days)));
        }
        NativeTable table = new NativeTable(lines);
        table.addClassName("table");
        body.add(table);
        Double smallest = shown.detectable();
        body.add(note(
                smallest == null
                        ? Texts.of("insight.evidence.power.base", formats.percent(shown.base()))
                        : Texts.of(
                                "insight.evidence.power.smallest",
                                formats.percent(shown.base()),
                                formats.signedPercent(smallest, 0))));
        EvidenceSheet.Need larger = shown.need(chosen, LARGER);
        if (larger != null && shown.controlShare() < LARGER) {
            body.add(note(Texts.of(
                    "insight.evidence.power.larger", formats.percent(LARGER, 0), formats.count(larger.always()))));
        }
    }

    private static NativeTableRow line(String key, String figure) {
        NativeTableCell number = new NativeTableCell(figure);
        number.addClassNames("number", "tnum");
        return new NativeTableRow(new NativeTableCell(Texts.of("insight.evidence.power." + key)), number);
    }

    private static Component note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassNames("muted", "small");
        return note;
    }
}
