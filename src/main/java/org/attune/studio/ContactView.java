package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.access.CurrentUser;
import org.attune.history.Reservations;
import org.attune.history.Standing;
import org.attune.history.SuppliesChanged;
import org.attune.policy.Constraint;
import org.attune.policy.ContactLimit;
import org.attune.policy.ContactRule;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.PartEdit;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What holds contacts back: rules after answers, limits per customer, and supplies with what is left of them, live. */
@Route(value = "studio/contact", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class ContactView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Strategies strategies;
    private final transient Reservations reservations;
    private final transient Formats formats;
    private final transient News news;
    private final RevisionChip revision;
    private final ContactSection<ContactRule> rules;
    private final ContactSection<ContactLimit> limits;
    private final ContactSection<Constraint> constraints;
    private final transient Map<String, Standing> standings = new HashMap<>();
    private final transient List<Registration> listening = new ArrayList<>();

    ContactView(
            Strategies strategies,
            ChangeRequests requests,
            Reservations reservations,
            Formats formats,
            News news,
            CurrentUser user) {
        super(Texts.of("studio.contact"));
        this.strategies = strategies;
        this.reservations = reservations;
        this.formats = formats;
        this.news = news;
        String who = user.username();
        revision = new RevisionChip(strategies, formats);
        headerEnd().add(revision);
        rules = new ContactSection<>(
                new PartDesk<>(
                        strategies,
                        requests,
                        who,
                        Texts.of("studio.contact"),
                        StrategyDocument::contactPolicy,
                        ContactRule::key,
                        PartEdit::rule),
                new ContactSection.Kind<>(
                        "rule",
                        each -> Words.in(each.label()),
                        ContactSentences::of,
                        ContactRuleDialog::new,
                        each -> null));
        limits = new ContactSection<>(
                new PartDesk<>(
                        strategies,
                        requests,
                        who,
                        Texts.of("studio.contact"),
                        StrategyDocument::contactLimits,
                        ContactLimit::key,
                        PartEdit::limit),
                new ContactSection.Kind<>(
                        "limit",
                        each -> Words.in(each.label()),
                        ContactSentences::of,
                        ContactLimitDialog::new,
                        each -> null));
        constraints = new ContactSection<>(
                new PartDesk<>(
                        strategies,
                        requests,
                        who,
                        Texts.of("studio.contact"),
                        StrategyDocument::constraints,
                        Constraint::key,
                        PartEdit::constraint),
                new ContactSection.Kind<>(
                        "constraint",
                        each -> Words.in(each.label()),
                        ContactSentences::of,
                        ConstraintDialog::new,
                        this::standing));
        rules.addClassName("fill");
        limits.addClassName("fill");
        constraints.addClassName("fill");
        Div side = new Div(limits, constraints);
        side.addClassName("contact-side");
        content().addClassNames("cols", "cols-half", "contact-page");
        content().add(rules, side);
        refresh();
    }

    private void refresh() {
        revision.refresh();
        rules.refresh();
        limits.refresh();
        refreshSupplies();
    }

    private void refreshSupplies() {
        standings.clear();
        if (strategies.revision() > 0) {
            standings.putAll(reservations.supplies(strategies.document().constraints().stream()
                    .map(Constraint::key)
                    .toList()));
        }
        constraints.refresh();
    }

    private @Nullable Component standing(Constraint constraint) {
        Standing now = standings.getOrDefault(constraint.key(), Standing.FRESH);
        Div line = new Div();
        line.addClassNames("row", "tight", "wrap");
        boolean exhausted = false;
        Integer stock = constraint.stock();
        if (stock != null) {
            long left = stock - now.used() - now.reserved();
            exhausted = left <= 0;
            line.add(figures(
                    formats.count(now.used()), formats.count(now.reserved()), formats.count(Math.max(0, left))));
        }
        BigDecimal budget = constraint.budget();
        if (budget != null) {
            BigDecimal left = budget.subtract(now.spent()).subtract(now.held());
            exhausted |= left.signum() <= 0;
            line.add(figures(euro(now.spent()), euro(now.held()), euro(left.max(BigDecimal.ZERO))));
        }
        if (exhausted) {
            line.add(new Badge(Texts.of("studio.contact.exhausted"), Badge.Kind.WARN));
        }
        return line;
    }

    private String euro(BigDecimal amount) {
        return formats.euro(amount.doubleValue());
    }

    private static Span figures(String used, String reserved, String left) {
        Span span = new Span(Texts.of("studio.contact.standing", used, reserved, left));
        span.addClassNames("tnum", "small");
        return span;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(news.listen(StrategyPublished.class, published -> ui.access(this::refresh)));
        listening.add(news.listen(SuppliesChanged.class, changed -> ui.access(this::refreshSupplies)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }
}
