package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.access.CurrentUser;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.outreach.Outreach;
import org.attune.outreach.OutreachItemCreated;
import org.attune.outreach.RuleFirings;
import org.attune.policy.EventRule;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.EventRuleEdits;
import org.attune.strategy.PartEdit;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** What follows from signals: each event rule as a sentence, on or off, how often it fired, and its editor. */
@Route(value = "studio/events", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class EventsView extends Page {
    private static final long serialVersionUID = 1L;
    private static final Duration WEEK = Duration.ofDays(7);

    private final transient Strategies strategies;
    private final transient EventRuleEdits edits;
    private final transient PartDesk<EventRule> desk;
    private final transient EventSentences sentences;
    private final transient Outreach outreach;
    private final transient Attributes attributes;
    private final transient Formats formats;
    private final transient News news;
    private final transient Clock clock;
    private final String who;
    private final Grid<EventRule> grid = new Grid<>();
    private final TextField find = new TextField();
    private final Span shown = new Span();
    private final List<Registration> listening = new ArrayList<>();
    private transient Map<String, RuleFirings> firings = Map.of();
    private String kind = "";

    EventsView(
            Strategies strategies,
            EventRuleEdits edits,
            ChangeRequests requests,
            Vocabulary vocabulary,
            Outreach outreach,
            Attributes attributes,
            Formats formats,
            News news,
            Clock clock,
            CurrentUser user) {
        super(Texts.of("studio.events"));
        this.strategies = strategies;
        this.edits = edits;
        this.outreach = outreach;
        this.attributes = attributes;
        this.formats = formats;
        this.news = news;
        this.clock = clock;
        sentences = new EventSentences(strategies, vocabulary);
        who = user.username();
        desk = new PartDesk<>(
                strategies,
                requests,
                who,
                Texts.of("studio.events"),
                StrategyDocument::eventRules,
                EventRule::key,
                PartEdit::eventRule);
        find.setPlaceholder(Texts.of("studio.events.find"));
        find.setAriaLabel(Texts.of("studio.events.find"));
        find.setPrefixComponent(Icons.SEARCH.create());
        find.setClearButtonVisible(true);
        find.setWidth("230px");
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.addValueChangeListener(change -> refresh());
        Segmented<String> kinds = new Segmented<String>(Texts.of("studio.events.then"), chosen -> {
                    kind = chosen;
                    refresh();
                })
                .option("", Texts.of("studio.events.all"))
                .option(EventRule.OUTREACH, Texts.of("studio.events.outreach"))
                .option(EventRule.REDECIDE, Texts.of("studio.events.redecide"));
        kinds.setValue("");
        headerStart().add(find, kinds);
        headerEnd()
                .add(new ActionButton(Texts.of("studio.events.new"), click -> edit(null))
                        .primary()
                        .icon(Icons.PLUS));
        list();
        content().add(new Card(grid).flush().fill());
        footerStart().add(shown);
        refresh();
    }

    private void list() {
        grid.getElement().setAttribute("aria-label", Texts.of("studio.events"));
        grid.addClassNames("catalog", "event-rules");
        grid.setSizeFull();
        grid.addComponentColumn(this::onOff)
                .setHeader(Texts.of("studio.events.state"))
                .setWidth("112px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::sentence)
                .setHeader(Texts.of("studio.events.rule"))
                .setFlexGrow(1);
        grid.addColumn(rule -> rule.reachesOut() ? rule.priority() : "")
                .setHeader(Texts.of("studio.events.priority"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::fired)
                .setHeader(Texts.of("studio.events.fired"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addComponentColumn(rule -> {
                    ActionButton edit = new ActionButton(Texts.of("studio.events.edit"), click -> edit(rule)).link();
                    edit.getElement()
                            .setAttribute("aria-label", Texts.of("studio.events.edit.named", Words.in(rule.label())));
                    Div buttons = new Div(edit, remove(rule));
                    buttons.addClassNames("row", "row-actions");
                    return buttons;
                })
                .setHeader("")
                .setWidth("132px")
                .setFlexGrow(0);
        grid.addItemDoubleClickListener(click -> edit(click.getItem()));
    }

    private ActionButton remove(EventRule rule) {
        String label = Words.in(rule.label());
        return new ActionButton(
                        Texts.of("studio.contact.remove.named", label),
                        click -> Ask.danger(
                                Texts.of("studio.contact.remove.title", label),
                                Texts.of("studio.events.remove.question"),
                                Texts.of("studio.contact.remove"),
                                () -> {
                                    desk.save(rule, null);
                                    refresh();
                                }))
                .link()
                .iconOnly(Icons.CLOSE);
    }

    private ActionButton onOff(EventRule rule) {
        String word = Texts.of(rule.off() ? "studio.events.off" : "studio.events.on");
        ActionButton button = new ActionButton(word, click -> turn(rule));
        button.addClassName("small");
        button.getElement().setAttribute("role", "switch");
        button.getElement().setAttribute("aria-checked", Boolean.toString(!rule.off()));
        button.getElement().setAttribute("aria-label", Words.in(rule.label()));
        return button;
    }

    private Div sentence(EventRule rule) {
        Span label = new Span(Words.in(rule.label()));
        label.addClassName("strong");
        Div sentence = sentence(sentences.of(rule), rule.when());
        sentence.addClassNames("muted", "small", "event-sentence");
        Div cell = new Div(label, sentence);
        cell.addClassName("event-cell");
        return cell;
    }

    /** What is a rule's own language stands out from the words around it. */
    private static Div sentence(String words, String expression) {
        int at = expression.isBlank() ? -1 : words.indexOf(expression);
        if (at < 0) {
            return new Div(words);
        }
        Code code = new Code(expression);
        Div sentence = new Div();
        sentence.add(new Text(words.substring(0, at)), code, new Text(words.substring(at + expression.length())));
        return sentence;
    }

    private Span fired(EventRule rule) {
        RuleFirings fired = firings.getOrDefault(rule.key(), RuleFirings.NONE);
        Span words = new Span(
                rule.reachesOut() && fired.all() > 0
                        ? Texts.of(
                                "studio.events.fired.outreach",
                                formats.count(fired.created()),
                                formats.count(fired.held() + fired.repeated()))
                        : formats.count(fired.all()));
        words.addClassName("tnum");
        return words;
    }

    private void turn(EventRule rule) {
        long revision = edits.switchOff(rule.key(), !rule.off(), who);
        Notify.success(Texts.of(
                rule.off() ? "studio.events.on.done" : "studio.events.off.done", Words.in(rule.label()), revision));
        refresh();
    }

    private void edit(@org.jspecify.annotations.Nullable EventRule rule) {
        new EventRuleDialog(rule, strategies, sentences, attributes.dictionary(), changed -> {
                    desk.save(rule, changed);
                    refresh();
                })
                .open();
    }

    private void refresh() {
        firings = outreach.firings(clock.instant().minus(WEEK));
        String text = find.getValue();
        List<EventRule> all =
                strategies.revision() == 0 ? List.of() : strategies.document().eventRules();
        List<EventRule> fitting = all.stream()
                .filter(rule -> kind.isEmpty() || rule.then().equals(kind))
                .filter(rule -> Words.contains(Words.in(rule.label()), text)
                        || Words.contains(rule.key(), text)
                        || Words.contains(sentences.signal(rule.signal()), text))
                .toList();
        grid.setItems(fitting);
        long on = fitting.stream().filter(rule -> !rule.off()).count();
        shown.setText(Texts.of("studio.events.count", fitting.size(), on));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(news.listen(StrategyPublished.class, each -> ui.access(this::refresh)));
        listening.add(news.listen(OutreachItemCreated.class, each -> ui.access(this::countAgain)));
    }

    private void countAgain() {
        firings = outreach.firings(clock.instant().minus(WEEK));
        grid.getDataProvider().refreshAll();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }
}
