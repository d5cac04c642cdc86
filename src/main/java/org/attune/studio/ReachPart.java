package org.attune.studio;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Nature;
import org.attune.kernel.Channel;
import org.attune.kernel.Problem;
import org.attune.ui.Texts;

/** Where and when it may be proposed, and what kind of thing it is. */
class ReachPart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<Channel> channels =
            field("channels", new CheckboxGroup<>(Texts.of("studio.field.channels")));
    private final DatePicker starts = field("starts", Fields.date(Texts.of("studio.edit.starts")));
    private final DatePicker ends = field("ends", Fields.date(Texts.of("studio.edit.ends")));
    private final Select<ActionClass> actionClass = field("actionClass", new Select<>());
    private final Select<Nature> nature = field("nature", new Select<>());

    ReachPart(Runnable onChange) {
        super(Texts.of("studio.edit.reach"), onChange);
        channels.addClassName("channels");
        channels.setItems(Channel.values());
        channels.setItemLabelGenerator(Words::of);
        actionClass.setLabel(Texts.of("studio.field.actionClass"));
        actionClass.setItems(ActionClass.values());
        actionClass.setItemLabelGenerator(Words::of);
        nature.setLabel(Texts.of("studio.field.nature"));
        nature.setItems(Nature.values());
        nature.setItemLabelGenerator(Words::of);
        Div fields = new Div(starts, ends, actionClass, nature);
        fields.addClassNames("fields", "fields-4");
        add(channels, fields);
    }

    @Override
    void show(Action action) {
        channels.setValue(action.channels());
        starts.setValue(action.starts());
        ends.setValue(action.ends());
        actionClass.setValue(action.actionClass());
        nature.setValue(action.nature());
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        draft.channels = channels.getValue();
        draft.starts = starts.getValue();
        draft.ends = ends.getValue();
        draft.actionClass = actionClass.getValue();
        draft.nature = nature.getValue();
    }
}
