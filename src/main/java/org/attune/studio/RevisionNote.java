package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.kernel.LocalText;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Texts;

/** What a revision is about, in the reader's language where Attune wrote it; what somebody wrote stays as they wrote it. */
final class RevisionNote {
    private static final Pattern EDIT = Pattern.compile("(Edited|Paused|Resumed|Added|Removed) (.+)");

    private static final Map<String, String> WHOLE = Map.of(
            "Starter catalog", "revisions.note.starter",
            "Edited the protections", "revisions.note.protections",
            "Edited arbitration", "revisions.note.ranking");

    private RevisionNote() {}

    /** Shows it. */
    static <T extends Component & HasText> void show(T place, RevisionInfo info, LiveStrategy live) {
        String words = of(info, live);
        place.setText(words);
        place.getElement().setAttribute("translate", words.equals(info.note()) ? "no" : "yes");
    }

    /** Without a note its number has to do. */
    static String of(RevisionInfo info, LiveStrategy live) {
        String note = info.note();
        if (note.isBlank()) {
            return Texts.of("revisions.untitled");
        }
        String whole = WHOLE.get(note);
        if (whole != null) {
            return Texts.of(whole);
        }
        Matcher edit = EDIT.matcher(note);
        Optional<LocalText> part =
                edit.matches() && live.exists() ? part(live.current().document(), edit.group(2)) : Optional.empty();
        return part.map(name ->
                        Texts.of("revisions.note." + edit.group(1).toLowerCase(java.util.Locale.ROOT), Words.in(name)))
                .orElse(note);
    }

    /** The part with this key, or with this name in English. */
    private static Optional<LocalText> part(StrategyDocument document, String name) {
        return Stream.of(
                        document.actions().stream().map(each -> Map.entry(each.key(), each.title())),
                        document.groups().stream().map(each -> Map.entry(each.key(), each.label())),
                        document.issues().stream().map(each -> Map.entry(each.key(), each.label())),
                        document.eventRules().stream().map(each -> Map.entry(each.key(), each.label())))
                .flatMap(each -> each)
                .filter(each ->
                        each.getKey().equals(name) || each.getValue().en().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
