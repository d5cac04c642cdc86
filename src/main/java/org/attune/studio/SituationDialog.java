package org.attune.studio;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.NoneThreshold;
import org.attune.catalog.Journey;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerState;
import org.attune.kernel.Keyed;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Asks in which situation what becomes more or less relevant, or from which propensity it may be proposed. */
class SituationDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Situations words;
    private final ComboBox<String> reason;
    private final ComboBox<String> signal;
    private final ComboBox<String> state;
    private final ComboBox<String> journey;
    private final ComboBox<String> volume;
    private final ComboBox<String> issue;
    private final ComboBox<String> group;
    private final ComboBox<String> action;
    private final IntegerField percent;

    private SituationDialog(Situations words, String title, boolean weighs, Consumer<SituationDialog> take) {
        this.words = words;
        setHeaderTitle(title);
        setWidth("min(640px, 94vw)");
        reason = box("reason", words.keys(Kind.REASON_OF_CALL), key -> words.label(Kind.REASON_OF_CALL, key));
        signal = box("signal", words.keys(Kind.SIGNAL), key -> words.label(Kind.SIGNAL, key));
        state = box(
                "state",
                Arrays.stream(CustomerState.values()).map(Keyed::key).toList(),
                key -> words.label(Kind.STATE, key));
        journey = box(
                "journey",
                journeys(),
                key -> words.journey(java.util.Objects.requireNonNullElse(part(key, 0), key), part(key, 1)));
        volume = box("volume", List.of("low", "normal", "high"), key -> Texts.of("studio.situation.volume." + key));
        var document = words.document();
        issue = box(
                "issue",
                document.issues().stream().map(each -> each.key()).toList(),
                key -> words.what(key, null, null));
        group = box(
                "group",
                document.groups().stream().map(each -> each.key()).toList(),
                key -> words.what(null, key, null));
        action = box(
                "action",
                document.actions().stream().map(each -> each.key()).toList(),
                key -> words.what(null, null, key));
        percent = Fields.integer(Texts.of(weighs ? "studio.situation.percent" : "studio.situation.threshold"));
        percent.setMin(weighs ? -100 : 0);
        percent.setMax(weighs ? 900 : 100);
        percent.setStep(5);
        percent.setStepButtonsVisible(true);
        percent.setSuffixComponent(new Span("%"));
        signal.setVisible(weighs);
        group.setVisible(weighs);
        action.setVisible(weighs);
        Div when = new Div(reason, signal, state, journey, volume);
        when.addClassNames("fields", "fields-2");
        Div what = new Div(issue, group, action, percent);
        what.addClassNames("fields", "fields-2");
        Div all = new Div(
                new SectionTitle(Texts.of("studio.situation.when")),
                when,
                new SectionTitle(Texts.of("studio.situation.then")),
                what);
        all.addClassName("stack");
        add(all);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("studio.lever.take"), click -> take.accept(this)).primary());
        reason.focus();
    }

    /** A context weight, new when null. */
    static SituationDialog weight(Situations words, @Nullable ContextWeight weight, Consumer<ContextWeight> done) {
        SituationDialog dialog =
                new SituationDialog(words, Texts.of("studio.situation.weight"), true, each -> each.takeWeight(done));
        dialog.percent.setValue(weight == null ? 20 : weight.percent());
        if (weight != null) {
            dialog.fill(
                    weight.reason(), weight.state(), weight.journey(), weight.stage(), weight.volume(), weight.issue());
            dialog.signal.setValue(weight.signal());
            dialog.group.setValue(weight.group());
            dialog.action.setValue(weight.action());
        }
        return dialog;
    }

    /** A threshold, new when null. */
    static SituationDialog threshold(
            Situations words, @Nullable NoneThreshold threshold, Consumer<NoneThreshold> done) {
        SituationDialog dialog =
                new SituationDialog(words, Texts.of("studio.situation.none"), false, each -> each.takeThreshold(done));
        dialog.percent.setValue(threshold == null ? 30 : (int) Math.round(threshold.threshold() * 100));
        if (threshold != null) {
            dialog.fill(
                    threshold.reason(),
                    threshold.state(),
                    threshold.journey(),
                    threshold.stage(),
                    threshold.volume(),
                    threshold.issue());
        }
        return dialog;
    }

    private void fill(
            @Nullable String ofReason,
            @Nullable String inState,
            @Nullable String onJourney,
            @Nullable String atStage,
            @Nullable String ofVolume,
            @Nullable String inIssue) {
        reason.setValue(ofReason);
        state.setValue(inState);
        journey.setValue(onJourney == null ? null : atStage == null ? onJourney : onJourney + "/" + atStage);
        volume.setValue(ofVolume);
        issue.setValue(inIssue);
    }

    private void takeWeight(Consumer<ContextWeight> done) {
        ContextWeight weight = new ContextWeight(
                reason.getValue(),
                signal.getValue(),
                state.getValue(),
                part(journey.getValue(), 0),
                part(journey.getValue(), 1),
                volume.getValue(),
                issue.getValue(),
                group.getValue(),
                action.getValue(),
                size(-100, 900));
        if (!weight.namesSituation()) {
            Notify.error(Texts.of("studio.situation.missing"));
        } else if (!percent.isInvalid()) {
            close();
            done.accept(weight);
        }
    }

    private void takeThreshold(Consumer<NoneThreshold> done) {
        NoneThreshold threshold = new NoneThreshold(
                issue.getValue(),
                reason.getValue(),
                state.getValue(),
                part(journey.getValue(), 0),
                part(journey.getValue(), 1),
                volume.getValue(),
                size(0, 100) / 100.0);
        if (threshold.precision() == (threshold.issue() == null ? 0 : 1)) {
            Notify.error(Texts.of("studio.situation.missing"));
        } else if (!percent.isInvalid()) {
            close();
            done.accept(threshold);
        }
    }

    private int size(int low, int high) {
        Integer typed = percent.getValue();
        boolean wrong = typed == null || typed < low || typed > high;
        percent.setErrorMessage(wrong ? Texts.of("studio.situation.range", low, high) : "");
        percent.setInvalid(wrong);
        return typed == null ? 0 : typed;
    }

    private List<String> journeys() {
        List<String> keys = new ArrayList<>();
        for (Journey each : words.document().journeys()) {
            keys.add(each.key());
            each.stages().forEach(stage -> keys.add(each.key() + "/" + stage.key()));
        }
        return keys;
    }

    private static @Nullable String part(@Nullable String key, int index) {
        String[] parts = key == null ? new String[0] : key.split("/", 2);
        return index < parts.length ? parts[index] : null;
    }

    private static ComboBox<String> box(String key, List<String> items, UnaryOperator<String> label) {
        ComboBox<String> box = new ComboBox<>(Texts.of("studio.situation." + key));
        box.setItems(items);
        box.setItemLabelGenerator(label::apply);
        box.setClearButtonVisible(true);
        box.setPlaceholder(Texts.of("studio.situation.any"));
        return box;
    }
}
