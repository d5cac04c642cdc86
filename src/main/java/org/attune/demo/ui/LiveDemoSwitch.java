package org.attune.demo.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.attune.demo.LiveDemo;
import org.attune.demo.LiveDemoChanged;
import org.attune.ui.News;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** Switches the live demo on and off and chooses its pace; follows what others choose. */
class LiveDemoSwitch extends Div {
    private static final long serialVersionUID = 1L;
    private static final double SLOW = 1;
    private static final double FAST = 10;

    private final transient LiveDemo demo;
    private final transient News news;
    private final transient List<Registration> listening = new ArrayList<>();
    private final Segmented<Boolean> running;
    private final Segmented<Double> pace;

    LiveDemoSwitch(LiveDemo demo, News news, String username) {
        this.demo = demo;
        this.news = news;
        running = new Segmented<Boolean>(Texts.of("demo.live"), on -> demo.switchTo(on, username))
                .option(false, Texts.of("demo.live.off"))
                .option(true, Texts.of("demo.live.on"));
        pace = new Segmented<Double>(Texts.of("demo.pace"), demo::setPace)
                .option(SLOW, Texts.of("demo.pace.slow"))
                .option(LiveDemo.USUAL, Texts.of("demo.pace.usual"))
                .option(FAST, Texts.of("demo.pace.fast"));
        add(
                new Div(label("demo.live"), running),
                new Paragraph(Texts.of("demo.live.words")),
                new Div(label("demo.pace"), pace));
        addClassName("stack");
        follow();
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        UI ui = attachEvent.getUI();
        listening.add(news.listen(LiveDemoChanged.class, change -> ui.access(this::follow)));
        follow();
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        listening.forEach(Registration::remove);
        listening.clear();
    }

    private void follow() {
        running.setValue(demo.isOn());
        pace.setValue(demo.pace());
    }

    private static Span label(String key) {
        Span label = new Span(Texts.of(key));
        label.addClassName("menu-label");
        label.getElement().setAttribute("aria-hidden", "true");
        return label;
    }
}
