package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one contact rule, limit or constraint, and says in both languages what it will do while it is being typed. What is wrong
 * is marked at its field; when somebody else was quicker, theirs is shown and nothing is overwritten unasked.
 */
abstract class ContactDialog<T> extends Dialog {
    private static final long serialVersionUID = 1L;

    final transient StrategyDocument document;
    final transient PartDesk<T> desk;
    final TextField labelEn = Fields.text(Texts.of("studio.contact.label.en"));
    final TextField labelFr = Fields.text(Texts.of("studio.contact.label.fr"));
    private final Div fields = new Div();
    private final Paragraph previewEn = new Paragraph();
    private final Paragraph previewFr = new Paragraph();
    private final Div wrong = new Div();
    private final Map<String, Component> places = new LinkedHashMap<>();
    private transient @Nullable T base;
    private boolean ready;

    ContactDialog(PartDesk<T> desk, String title, @Nullable T base) {
        this.desk = desk;
        this.document = desk.document();
        this.base = base;
        setHeaderTitle(title);
        setWidth("min(640px, 94vw)");
        setCloseOnOutsideClick(false);
        fields.addClassNames("fields", "fields-2");
        previewFr.getElement().setAttribute("lang", "fr");
        previewEn.getElement().setAttribute("lang", "en");
        Div preview = new Div(overline(Texts.of("studio.contact.preview")), previewEn, previewFr);
        preview.addClassNames("card", "quiet", "contact-preview");
        preview.getElement().setAttribute("role", "status");
        wrong.getElement().setAttribute("role", "alert");
        Div all = new Div(fields, preview, wrong);
        all.addClassName("stack");
        add(all);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("studio.save"), click -> save()).primary());
        field("label", labelEn);
        field("label.fr", labelFr);
        labelEn.focus();
    }

    /** What was typed, under a key. */
    abstract T read(String key);

    abstract String keyOf(T part);

    abstract String sentence(ContactSentences words, T part);

    /** Puts a field below the others, under the place its problems carry. */
    final <F extends Component & HasValue<?, ?>> F field(String place, F field) {
        places.put(place, field);
        fields.add(field);
        field.addValueChangeListener(change -> {
            unmark();
            if (ready) {
                preview();
            }
        });
        return field;
    }

    final IntegerField number(String place, int low, int high, @Nullable Integer value) {
        IntegerField field = Fields.integer(Texts.of("studio.contact." + place));
        field.setMin(low);
        field.setMax(high);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return field(place, field);
    }

    final <V> Select<V> select(String place, Collection<V> items, Function<V, String> words, V value) {
        Select<V> select = new Select<>();
        select.setLabel(Texts.of("studio.contact." + place));
        select.setItems(items);
        select.setItemLabelGenerator(words::apply);
        select.setManualValidation(true);
        select.setValue(value);
        return field(place, select);
    }

    /** Empty stands for all. */
    final <V> ComboBox<V> choice(String place, Collection<V> items, Function<V, String> words, @Nullable V value) {
        ComboBox<V> box = new ComboBox<>(Texts.of("studio.contact." + place));
        box.setItems(items);
        box.setItemLabelGenerator(words::apply);
        box.setClearButtonVisible(true);
        box.setPlaceholder(Texts.of("studio.contact.all"));
        box.setManualValidation(true);
        box.setValue(value);
        return field(place, box);
    }

    final ComboBox<Channel> channel(@Nullable Channel value) {
        return choice("channel", List.of(Channel.values()), Words::of, value);
    }

    final ComboBox<String> issue(@Nullable String value) {
        return choice(
                "issue",
                document.issues().stream().map(each -> each.key()).toList(),
                key -> {
                    var issue = document.catalog().issue(key);
                    return issue == null ? key : Words.in(issue.label());
                },
                value);
    }

    final LocalText label() {
        return new LocalText(labelEn.getValue().strip(), labelFr.getValue().strip());
    }

    static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    /** Says in words what stands in the fields; called once by each dialog when all its fields are there. */
    final void preview() {
        ready = true;
        T typed = read(key());
        previewEn.getElement().setAttribute("lang", "en");
        previewEn.setText(sentence(new ContactSentences(document, Language.EN), typed));
        previewFr.setText(sentence(new ContactSentences(document, Language.FR), typed));
    }

    private String key() {
        T known = base;
        return known == null ? desk.free(Words.key(labelEn.getValue())) : keyOf(known);
    }

    private void save() {
        unmark();
        T changed = read(key());
        try {
            desk.save(base, changed);
            close();
        } catch (InvalidException e) {
            e.problems().forEach(this::mark);
        } catch (ConflictException e) {
            T theirs = desk.current(keyOf(changed));
            if (theirs == null || base == null || theirs.equals(base)) {
                say(e.getMessage());
            } else {
                base = theirs;
                ContactSentences words = new ContactSentences(desk.document(), Language.of(Texts.locale()));
                say(Texts.of("studio.contact.overtaken", sentence(words, theirs)));
            }
        }
    }

    private void mark(Problem problem) {
        String place = problem.place().replaceAll("^.*]\\.?", "");
        String message = problem.message(Language.of(Texts.locale()));
        if (places.get(place) instanceof HasValidationProperties field) {
            field.setErrorMessage(message);
            field.setInvalid(true);
        } else {
            say(message);
        }
    }

    private void say(String message) {
        Paragraph line = new Paragraph(message);
        line.addClassNames("banner", "bad");
        wrong.add(line);
    }

    private void unmark() {
        wrong.removeAll();
        places.values().forEach(each -> {
            if (each instanceof HasValidationProperties field) {
                field.setInvalid(false);
            }
        });
    }

    private static Span overline(String words) {
        Span span = new Span(words);
        span.addClassName("overline");
        return span;
    }
}
