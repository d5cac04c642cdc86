package org.attune.care.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.attune.care.CareChanged;
import org.attune.care.HelpCalled;
import org.attune.interaction.Interaction;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.TabPanels;
import org.attune.ui.Texts;

/** Care for one customer in one conversation: what they go through, what they can pay, what helps, and who else can. */
final class CarePanel extends Card implements CareTab.Host {
    private static final long serialVersionUID = 1L;
    static final int SITUATION = 0;
    static final int BUDGET = 1;
    static final int OPTIONS = 2;
    static final int PLAN = 3;
    static final int AIDS = 4;
    static final int PASS_ON = 5;

    private final transient CareServices services;
    private final transient Interaction conversation;
    private final transient CareDraft draft;
    private final TabPanels tabs = new TabPanels(Texts.of("care.title"));
    private final List<CareTab> parts = new ArrayList<>();
    private final List<Registration> listening = new ArrayList<>();
    private final Span help = new Span();
    private final ActionButton call;

    CarePanel(CareServices services, CareDraft draft, Interaction conversation, Runnable close) {
        this.services = services;
        this.conversation = conversation;
        this.draft = draft;
        draft.open = true;
        fill();
        named(Texts.of("care.title"));
        addClassName("care-panel");
        H2 title = new H2(Texts.of("care.title"));
        Span free = Words.muted(Texts.of("care.free"));
        free.addClassName("grow");
        call = new ActionButton(Texts.of("care.call"), click -> callSupervisor()).key("S");
        ActionButton breathe = new ActionButton(Texts.of("care.breathe"), click -> breathe());
        ActionButton done = new ActionButton(Texts.of("ui.close"), click -> close.run())
                .link()
                .iconOnly(Icons.CLOSE);
        Div head = new Div(title, free, call, breathe, done);
        head.addClassNames("row", "care-head");
        help.addClassNames("small", "strong");
        help.getElement().setAttribute("role", "status");
        parts.add(new SituationTab(this));
        parts.add(new BudgetTab(this));
        parts.add(new OptionsTab(this));
        parts.add(new PlanTab(this));
        parts.add(new AidsTab(this));
        parts.add(new PassOnTab(this));
        for (CareTab part : parts) {
            tabs.tab(part.title(), part);
        }
        tabs.onSelect(index -> {
            draft.tab = index;
            parts.get(index).refresh();
        });
        add(head, help, tabs);
        tabs.select(draft.tab);
        parts.get(draft.tab).refresh();
        showHelp();
        Shortcuts.addShortcutListener(this, close::run, Key.ESCAPE).listenOn(this);
    }

    @Override
    public CareServices services() {
        return services;
    }

    @Override
    public Interaction conversation() {
        return conversation;
    }

    @Override
    public CareDraft draft() {
        return draft;
    }

    @Override
    public void open(int tab) {
        tabs.select(tab);
        tabs.getElement().executeJs("this.querySelector('[role=tab][aria-selected=true]').focus()");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(services.news().listen(CareChanged.class, news -> {
            if (news.customer().equals(conversation.customer())) {
                ui.access(() -> parts.get(draft.tab).changed());
            }
        }));
        listening.add(services.news().listen(HelpCalled.class, news -> {
            if (news.agent().equals(conversation.agent())) {
                ui.access(this::showHelp);
            }
        }));
        getElement().executeJs("this.querySelector('[role=tab][aria-selected=true]').focus()");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }

    private void callSupervisor() {
        services.agentCare().call(conversation.agent(), conversation.id());
        showHelp();
    }

    private void showHelp() {
        String by = services.agentCare()
                .of(conversation.agent())
                .map(each -> each.takenBy() == null
                        ? Texts.of("care.call.waits")
                        : Texts.of("care.call.comes", name(each.takenBy())))
                .orElse("");
        help.setText(by);
        help.setVisible(!by.isEmpty());
        call.setEnabled(by.isEmpty());
    }

    private String name(String user) {
        return services.users().byName(user).map(each -> each.displayName()).orElse(user);
    }

    private void breathe() {
        var until = services.agentCare().protect(conversation.agent());
        Notify.success(Texts.of("care.breathe.until", services.formats().time(until)));
    }
}
