package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.attune.audit.AuditEntry;
import org.attune.audit.AuditTrail;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Who changed this action, when, and from what to what. */
class ActionHistory extends Card {
    private static final long serialVersionUID = 1L;

    private static final int LINES = 100;

    private final transient AuditTrail trail;
    private final transient JsonMapper json;
    private final transient Formats formats;
    private final Div list = new Div();

    ActionHistory(AuditTrail trail, JsonMapper json, Formats formats) {
        this.trail = trail;
        this.json = json;
        this.formats = formats;
        addClassNames("stack", "tight");
        named(Texts.of("studio.history"));
        list.addClassName("history");
        add(new SectionTitle(Texts.of("studio.history")), list);
    }

    void show(String action) {
        List<AuditEntry> entries = trail.latest(action, "action", 0, LINES).stream()
                .filter(each -> each.key().equals(action))
                .toList();
        list.removeAll();
        if (entries.isEmpty()) {
            Paragraph none = new Paragraph(Texts.of("studio.history.none"));
            none.addClassName("muted");
            list.add(none);
        }
        entries.forEach(each -> list.add(line(each)));
    }

    private Div line(AuditEntry entry) {
        Span what = new Span(TrailLine.what(entry));
        what.addClassName("strong");
        Span who = new Span(TrailLine.whoAndWhen(entry, formats));
        who.addClassNames("muted", "small", "tnum");
        Div head = new Div(what, who);
        head.addClassNames("row", "spread");
        return new Div(head, TrailLine.changes(json, entry, formats));
    }
}
