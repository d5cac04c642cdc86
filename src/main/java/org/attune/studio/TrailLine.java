package org.attune.studio;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.audit.AuditEntry;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Words for a line of the trail. */
final class TrailLine {
    private static final int SHORT = 400;

    /** What happened, as the trail calls it, and known to have words. */
    private static final List<String> KNOWN = List.of(
            "action.added",
            "action.edited",
            "action.removed",
            "action.paused",
            "action.resumed",
            "group.added",
            "group.edited",
            "group.removed",
            "issue.added",
            "issue.edited",
            "issue.removed",
            "issue.paused",
            "issue.resumed",
            "contact.added",
            "contact.edited",
            "contact.removed",
            "event-rule.added",
            "event-rule.edited",
            "event-rule.removed",
            "event-rule.on",
            "event-rule.off",
            "wrap-up.edited",
            "wrap-up.removed",
            "shield.edited",
            "arbitration.edited",
            "revision.drafted",
            "revision.changed",
            "revision.submitted",
            "revision.approved",
            "revision.returned",
            "revision.published",
            "revision.rolled-back",
            "revision.discarded",
            "strategy.published",
            "attribute.defined",
            "import.started",
            "customer.changed",
            "state.began",
            "state.ended",
            "user.created",
            "user.removed",
            "user.enabled",
            "user.disabled",
            "api-client.created",
            "api-client.registered",
            "api-client.changed",
            "api-client.rotated",
            "api-client.enabled",
            "api-client.disabled",
            "webhook.created",
            "webhook.changed",
            "webhook.rotated",
            "webhook.resent",
            "webhook.deleted",
            "demo.started",
            "demo.ended",
            "answers.kept",
            "answers.forgotten",
            "arrangement.agreed",
            "arrangement.taken-over",
            "arrangement.proposed",
            "arrangement.approved",
            "arrangement.refused",
            "arrangement.cancelled",
            "arrangement.paid",
            "arrangement.completed",
            "arrangement.broken",
            "arrangement.active",
            "arrangement.kept",
            "engine.challenges",
            "engine.promoted",
            "budget.kept",
            "case.opened",
            "case.taken-over",
            "case.assessed",
            "case.granted",
            "case.refused",
            "case.reviewed",
            "case.treatment-ended",
            "case.closed",
            "duty.done",
            "referral.made",
            "referral.became",
            "report.settled",
            "state.moved");

    private static final Set<String> SUBJECTS = Set.of(
            "action",
            "group",
            "issue",
            "contact",
            "event-rule",
            "wrap-up",
            "shield",
            "arbitration",
            "revision",
            "strategy",
            "attribute",
            "import",
            "customer",
            "user",
            "api-client",
            "webhook",
            "demo",
            "arrangement",
            "case",
            "report");

    /** A key that nobody reads: the end tells two of them apart. */
    private static final Pattern OPAQUE = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{18}([0-9a-f]{9})(/(.+))?");

    private TrailLine() {}

    /** {@code Action edited}. */
    static String what(AuditEntry entry) {
        return KNOWN.contains(entry.what()) ? Texts.of("studio.trail." + entry.what()) : entry.what();
    }

    /** A kind of thing, {@code Event rule}. */
    static String kind(String subject) {
        return SUBJECTS.contains(subject) ? Texts.of("studio.trail.subject." + subject) : subject;
    }

    /** Which thing, {@code Revision · 7}, {@code Customer · …8b54a1c30}. */
    static String subject(AuditEntry entry) {
        Matcher opaque = OPAQUE.matcher(entry.key());
        String key =
                !opaque.matches() ? entry.key() : opaque.group(3) == null ? "…" + opaque.group(1) : opaque.group(3);
        return key.isEmpty() || key.equals(entry.subject())
                ? kind(entry.subject())
                : kind(entry.subject()) + " · " + key;
    }

    /** Who did it; what nobody did by hand is the system's. */
    static String who(String who) {
        return who.equals("system") ? Texts.of("studio.audit.system") : who;
    }

    /** What changed, one place under the other. */
    static Div changes(JsonMapper json, AuditEntry entry, Formats formats) {
        return changes(between(json, entry, formats));
    }

    private static List<Difference.Change> between(JsonMapper json, AuditEntry entry, Formats formats) {
        return Difference.between(
                json, CareTrail.words(entry, entry.before(), formats), CareTrail.words(entry, entry.after(), formats));
    }

    /** The same for changes that are not in the trail. */
    static Div changes(List<Difference.Change> changes) {
        Div list = new Div();
        list.addClassName("changes");
        for (Difference.Change each : changes) {
            Div line = new Div();
            if (!each.place().isEmpty()) {
                Span place = new Span(each.place());
                place.addClassNames("muted", "small");
                if (!each.raw().isEmpty()) {
                    place.setTitle(each.raw());
                }
                line.add(place);
            }
            if (each.before() != null) {
                line.add(marked("del", each.before()));
            }
            if (each.after() != null) {
                line.add(marked("ins", each.after()));
            }
            list.add(line);
        }
        return list;
    }

    /** The same on one line. */
    static String summary(JsonMapper json, AuditEntry entry, Formats formats) {
        List<Difference.Change> changes = between(json, entry, formats);
        if (changes.isEmpty()) {
            return "";
        }
        if (entry.before() == null && changes.size() > 3) {
            return Texts.of("studio.trail.new");
        }
        Difference.Change first = changes.getFirst();
        String words = (first.place().isEmpty() ? "" : first.place() + ": ") + arrow(first.before(), first.after());
        return changes.size() == 1 ? words : Texts.of("studio.trail.more", words, changes.size() - 1);
    }

    static String whoAndWhen(AuditEntry entry, Formats formats) {
        return who(entry.who()) + " · " + formats.dateTime(entry.at());
    }

    private static String arrow(@Nullable String before, @Nullable String after) {
        String now = after == null ? "–" : after;
        return before == null ? now : before + " → " + now;
    }

    private static HtmlContainer marked(String tag, String text) {
        HtmlContainer marked = new HtmlContainer(tag);
        marked.setText(text.isEmpty() ? "–" : shortened(text));
        return marked;
    }

    private static String shortened(String text) {
        return text.length() > SHORT ? text.substring(0, SHORT) + " …" : text;
    }
}
