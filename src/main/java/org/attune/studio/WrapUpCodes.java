package org.attune.studio;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attune.interaction.WrapUpCode;
import org.attune.interaction.WrapUpHint;
import org.attune.interaction.WrapUpRule;
import org.attune.kernel.LocalText;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The codes of a queue, a row each; their order is that of the digits. */
final class WrapUpCodes extends Div {
    private static final long serialVersionUID = 1L;

    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final ActionButton more =
            new ActionButton(Texts.of("wrapup.rule.code.add"), click -> addEmpty()).icon(Icons.PLUS);

    /** One code; a new one gets its key from its English name. */
    private static final class Row extends Div {
        private static final long serialVersionUID = 1L;

        private final @Nullable String key;
        private final Span digit = new Span();
        private final TextField en = Fields.text("");
        private final TextField fr = Fields.text("");
        private final MultiSelectComboBox<WrapUpHint> fits = new MultiSelectComboBox<>();
        private final ActionButton up;
        private final ActionButton remove;

        Row(@Nullable WrapUpCode code, WrapUpCodes home) {
            key = code == null ? null : code.key();
            addClassName("code-row");
            digit.addClassNames("muted", "tnum");
            en.setPlaceholder("EN");
            fr.setPlaceholder("FR");
            fits.setItems(WrapUpHint.values());
            fits.setItemLabelGenerator(each -> Texts.of("wrapup.fits." + each.key()));
            fits.setPlaceholder(Texts.of("wrapup.rule.code.by-hand"));
            fits.setManualValidation(true);
            if (code != null) {
                en.setValue(code.label().en());
                fr.setValue(code.label().fr());
                fits.setValue(code.fits());
            }
            up = new ActionButton("", click -> home.up(this)).link();
            remove = new ActionButton("", click -> home.remove(this)).link();
            add(digit, en, fr, fits, up, remove);
        }

        void number(int number) {
            digit.setText(Integer.toString(number));
            en.setAriaLabel(Texts.of("wrapup.rule.code.en", number));
            fr.setAriaLabel(Texts.of("wrapup.rule.code.fr", number));
            fits.setAriaLabel(Texts.of("wrapup.rule.code.fits.named", number));
            icon(up, Icons.ARROW_UP, Texts.of("wrapup.rule.code.up", number));
            icon(remove, Icons.CLOSE, Texts.of("wrapup.rule.code.remove", number));
            up.setEnabled(number > 1);
        }

        private static void icon(ActionButton button, Icons icon, String name) {
            button.removeAll();
            button.add(icon.create());
            button.addClassName("icon-only");
            button.setAriaLabel(name);
            button.setTitle(name);
        }
    }

    WrapUpCodes() {
        addClassNames("stack", "tight");
        list.addClassName("code-rows");
        add(list, more);
    }

    void show(List<WrapUpCode> codes) {
        rows.clear();
        codes.forEach(each -> rows.add(new Row(each, this)));
        paint();
    }

    private void addEmpty() {
        Row row = new Row(null, this);
        rows.add(row);
        paint();
        row.en.focus();
    }

    private void up(Row row) {
        int place = rows.indexOf(row);
        if (place > 0) {
            rows.remove(place);
            rows.add(place - 1, row);
            paint();
        }
    }

    private void remove(Row row) {
        rows.remove(row);
        paint();
    }

    private void paint() {
        list.removeAll();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i + 1);
            list.add(rows.get(i));
        }
        more.setVisible(rows.size() < WrapUpRule.MOST_CODES);
    }

    /** What was typed. */
    List<WrapUpCode> read() {
        List<WrapUpCode> codes = new ArrayList<>();
        for (Row row : rows) {
            String en = row.en.getValue().strip();
            String key = row.key == null ? Words.key(en) : row.key;
            codes.add(
                    new WrapUpCode(key, new LocalText(en, row.fr.getValue().strip()), Set.copyOf(row.fits.getValue())));
        }
        return codes;
    }

    /** Marks a row. */
    void mark(int place, String message) {
        if (place < rows.size()) {
            rows.get(place).en.setErrorMessage(message);
            rows.get(place).en.setInvalid(true);
        }
    }

    void unmark() {
        rows.forEach(each -> each.en.setInvalid(false));
    }
}
