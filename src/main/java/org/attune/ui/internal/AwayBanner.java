package org.attune.ui.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.attune.access.CurrentUser;
import org.attune.access.Role;
import org.attune.platform.DatabaseAway;
import org.attune.platform.DatabaseBack;
import org.attune.platform.DatabaseWatch;
import org.attune.ui.Icons;
import org.attune.ui.News;
import org.attune.ui.Texts;
import org.springframework.stereotype.Component;

/** Above every page while the database is away: says so, says what still works, and goes by itself. */
public class AwayBanner extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Parts parts;
    private final Span words = new Span();
    private final List<Registration> listening = new ArrayList<>();

    /** What a banner needs. */
    @Component
    public record Parts(News news, DatabaseWatch watch, CurrentUser user) {}

    public AwayBanner(Parts parts) {
        this.parts = parts;
        addClassName("away-banner");
        getElement().setAttribute("role", "status");
        add(Icons.WARNING.create(), words);
        show(parts.watch.isAway());
    }

    private void show(boolean away) {
        setVisible(away);
        words.setText(away ? Texts.of(parts.user.is(Role.AGENT) ? "ui.away.agent" : "ui.away.others") : "");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(parts.news.listen(DatabaseAway.class, news -> ui.access(() -> show(true))));
        listening.add(parts.news.listen(DatabaseBack.class, news -> ui.access(() -> show(false))));
        show(parts.watch.isAway());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }
}
