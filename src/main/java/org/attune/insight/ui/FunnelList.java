package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import org.attune.insight.internal.Explained;
import org.attune.insight.internal.Names;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;

/** The way from the whole catalog to what was proposed, stage by stage; each stage opens to what it stopped. */
class FunnelList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Names names;
    private final transient Formats formats;
    private final int all;

    FunnelList(Explained explained, Names names, Formats formats) {
        this.names = names;
        this.formats = formats;
        this.all = Math.max(1, explained.catalogSize());
        addClassNames("scroll", "funnel");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("insight.decision.funnel"));
        add(line("insight.stage.catalog", explained.catalogSize()));
        explained.steps().forEach(step -> add(step.stopped().isEmpty() ? passed(step) : stage(step)));
        add(line("insight.stage.proposed", explained.proposed().size()));
    }

    private Component line(String label, int count) {
        Div line = new Div(name(Texts.of(label)), bar(count, count), number(formats.count(count)), number(""));
        line.addClassNames("funnel-line", "funnel-end");
        return line;
    }

    private Component passed(Explained.Step step) {
        Div line = new Div(
                name(stageName(step)),
                bar(step.before(), step.after()),
                number(formats.count(step.after())),
                number("–"));
        line.addClassNames("funnel-line", "muted");
        return line;
    }

    private Component stage(Explained.Step step) {
        Div line = new Div(
                name(stageName(step)),
                bar(step.before(), step.after()),
                number(formats.count(step.after())),
                number("−" + formats.count(step.stopped().size())),
                Icons.CHEVRON_DOWN.create());
        line.addClassName("funnel-line");
        UnorderedList list = new UnorderedList();
        list.addClassName("funnel-stopped");
        step.stopped().forEach(each -> list.add(stopped(each)));
        NativeDetails details = new NativeDetails(line, list);
        details.addClassName("funnel-stage");
        if (step.stage().equals("shield")) {
            details.addClassName("shield");
        }
        return details;
    }

    private ListItem stopped(Explained.Stopped each) {
        Span title = new Span(names.action(each.action()));
        Div head = new Div(title, new IssueBadge(each.issue(), names.issue(each.issue())));
        head.addClassName("action-name");
        String why = each.words().in(Words.language());
        if (!why.isEmpty()) {
            Span reason = new Span(why);
            reason.addClassName("muted");
            head.add(reason);
        }
        ListItem item = new ListItem(head);
        if (!each.rule().isEmpty() || !each.values().isEmpty()) {
            Div read = new Div();
            read.addClassName("read");
            if (!each.rule().isEmpty()) {
                read.add(new Code(each.rule()));
            }
            if (!each.values().isEmpty()) {
                Code values = new Code(each.values());
                values.addClassName("values");
                read.add(values);
            }
            item.add(read);
        }
        return item;
    }

    private static String stageName(Explained.Step step) {
        return Explained.STAGES.contains(step.stage()) ? Texts.of("insight.stage." + step.stage()) : step.stage();
    }

    private static Component name(String text) {
        Span name = new Span(text);
        name.addClassName("funnel-name");
        return name;
    }

    private static Component number(String text) {
        Span number = new Span(text);
        number.addClassName("number");
        return number;
    }

    private Component bar(int before, int after) {
        Span kept = new Span();
        kept.addClassName("funnel-kept");
        kept.getStyle().set("width", percent(after));
        Span lost = new Span();
        lost.addClassName("funnel-lost");
        lost.getStyle().set("width", percent(before - after));
        Span bar = new Span(kept, lost);
        bar.addClassName("funnel-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private String percent(int count) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * count / all);
    }
}
