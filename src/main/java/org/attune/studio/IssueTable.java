package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.function.IntConsumer;
import org.attune.catalog.Issue;
import org.attune.ui.Formats;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;

/** Per issue: whose value counts how much, from which propensity something is said, and the lever. */
class IssueTable extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final transient Runnable onChange;
    private final NativeTableBody body = new NativeTableBody();

    IssueTable(Formats formats, Runnable onChange) {
        this.formats = formats;
        this.onChange = onChange;
        addClassNames("scroll", "protection-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Texts.of("studio.ranking.issues"));
        NativeTableRow head = new NativeTableRow();
        for (String key : new String[] {"issue", "mix", "split", "threshold", "lever"}) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of("studio.ranking." + key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassNames("table", "protection", "ranking-issues");
        add(table);
    }

    final void show(RankingDraft draft) {
        body.removeAll();
        draft.issues().forEach(each -> body.add(row(draft, each)));
    }

    private NativeTableRow row(RankingDraft draft, Issue issue) {
        String label = Words.in(issue.label());
        Split split = new Split();
        split.show(issue.mix());
        IntegerField mix = percent(Texts.of("studio.ranking.mix.of", label), issue.mix(), value -> {
            draft.change(issue.key(), now -> RankingDraft.withMix(now, value / 100.0));
            split.show(value / 100.0);
            onChange.run();
        });
        IntegerField threshold =
                percent(Texts.of("studio.ranking.threshold.of", label), issue.noneThreshold(), value -> {
                    draft.change(issue.key(), now -> RankingDraft.withThreshold(now, value / 100.0));
                    onChange.run();
                });
        LeverField lever = new LeverField("", label, formats);
        lever.named(Texts.of("studio.ranking.lever.of", label));
        lever.setValue(issue.lever());
        lever.addValueChangeListener(change -> {
            draft.change(issue.key(), now -> RankingDraft.withLever(now, change.getValue()));
            onChange.run();
        });
        NativeTableHeaderCell head = new NativeTableHeaderCell();
        head.add(new IssueBadge(issue.key(), label));
        head.getElement().setAttribute("scope", "row");
        return new NativeTableRow(
                head,
                new NativeTableCell(mix),
                new NativeTableCell(split),
                new NativeTableCell(threshold),
                new NativeTableCell(lever));
    }

    private static IntegerField percent(String name, double share, IntConsumer onValue) {
        IntegerField field = new IntegerField();
        field.setAriaLabel(name);
        field.setManualValidation(true);
        field.setMin(0);
        field.setMax(100);
        field.setStep(5);
        field.setStepButtonsVisible(true);
        field.setSuffixComponent(new Span("%"));
        field.setWidth("132px");
        field.setValue((int) Math.round(share * 100));
        field.addValueChangeListener(change -> {
            Integer value = change.getValue();
            boolean wrong = value == null || value < 0 || value > 100;
            field.setErrorMessage(wrong ? Texts.of("studio.situation.range", 0, 100) : "");
            field.setInvalid(wrong);
            if (value != null && !wrong) {
                onValue.accept(value);
            }
        });
        return field;
    }

    /** The two sides of value as one bar, with words. */
    private static final class Split extends Div {
        private static final long serialVersionUID = 1L;

        private final Span company = new Span();
        private final Span words = new Span();

        Split() {
            Span bar = new Span(company);
            bar.addClassName("split-bar");
            words.addClassName("studio-note");
            addClassName("split");
            add(bar, words);
        }

        void show(double mix) {
            int percent = (int) Math.round(mix * 100);
            company.getStyle().set("inline-size", percent + "%");
            words.setText(Texts.of("studio.ranking.split.words", percent, 100 - percent));
        }
    }
}
