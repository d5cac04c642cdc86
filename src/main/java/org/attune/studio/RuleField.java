package org.attune.studio;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.kernel.Language;
import org.attune.kernel.Problem;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;

/** One rule: checked while it is typed; what is wrong stands below, at its line and column. */
class RuleField extends Div {
    private static final long serialVersionUID = 1L;

    private static final Pattern BETTER = Pattern.compile("'([^']+)'\\. Did you mean '([^']+)'\\?");

    private final TextArea source;
    private final Div problems = new Div();
    private final transient Function<String, List<Problem>> check;

    RuleField(String label, String question, Function<String, List<Problem>> check) {
        this.check = check;
        source = Fields.area(label, 1);
        source.addClassName("rule");
        source.setHelperText(question);
        source.getElement().setAttribute("spellcheck", "false");
        source.addValueChangeListener(change -> check());
        problems.addClassName("rule-problems");
        problems.getElement().setAttribute("aria-live", "polite");
        problems.setVisible(false);
        addClassName("rule-field");
        add(source, problems);
    }

    TextArea source() {
        return source;
    }

    /** Checks what stands there and shows what is wrong. */
    final void check() {
        List<Problem> found = check.apply(source.getValue());
        source.setInvalid(!found.isEmpty());
        problems.removeAll();
        problems.setVisible(!found.isEmpty());
        found.forEach(each -> problems.add(problem(each)));
    }

    /** Puts a name where the caret is. */
    void insert(String name) {
        source.getElement()
                .executeJs(
                        "const i = this.inputElement; const at = i.selectionStart ?? i.value.length;"
                                + "i.setRangeText($0, at, i.selectionEnd ?? at, 'end');"
                                + "i.dispatchEvent(new Event('input', {bubbles: true, composed: true})); this.focus();",
                        name);
    }

    private Div problem(Problem problem) {
        Span place = new Span(problem.place());
        place.addClassNames("code", "strong");
        Span message = new Span(problem.message(Language.of(Texts.locale())));
        Div words = new Div(place, message);
        words.addClassNames("row", "wrap");
        Matcher better = BETTER.matcher(problem.message());
        if (better.find()) {
            String wrong = better.group(1);
            String right = better.group(2);
            words.add(new ActionButton(Texts.of("studio.rule.use", right), click -> replace(problem, wrong, right)));
        }
        Div item = new Div(words);
        String picture = caret(source.getValue(), problem.place());
        if (!picture.isEmpty()) {
            Pre pre = new Pre(picture);
            pre.getElement().setAttribute("aria-hidden", "true");
            item.add(pre);
        }
        return item;
    }

    private void replace(Problem problem, String wrong, String right) {
        int at = offset(source.getValue(), problem.place());
        String text = source.getValue();
        int found = at < 0 ? -1 : text.indexOf(wrong, at);
        if (found >= 0) {
            source.setValue(text.substring(0, found) + right + text.substring(found + wrong.length()));
            source.focus();
        }
    }

    /** The line in question with a mark under the column. */
    static String caret(String text, String place) {
        int[] at = lineAndColumn(place);
        String[] lines = text.split("\n", -1);
        if (at[0] < 1 || at[0] > lines.length) {
            return "";
        }
        return lines[at[0] - 1] + "\n" + " ".repeat(Math.max(0, at[1] - 1)) + "^";
    }

    private static int offset(String text, String place) {
        int[] at = lineAndColumn(place);
        int start = 0;
        for (int line = 1; line < at[0]; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int offset = start + at[1] - 1;
        return at[0] < 1 || offset > text.length() ? -1 : offset;
    }

    private static int[] lineAndColumn(String place) {
        Matcher matcher = Pattern.compile("(\\d+):(\\d+)").matcher(place);
        return matcher.matches()
                ? new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))}
                : new int[] {0, 0};
    }

    /** Rules of issue and group that are asked before this one; nobody changes them here. */
    static Div inherited(String from, String rule) {
        Span label = new Span(Texts.of("studio.rule.inherited", from));
        label.addClassNames("muted", "small");
        Div line = new Div(label, new Code(rule));
        line.addClassName("rule-inherited");
        return line;
    }
}
