package org.attune.demo.internal;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells a conversation of the demo's past in the sentences in which the desk tells those of today. */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class TalkWords {
    private final I18NProvider texts;

    TalkWords(I18NProvider texts) {
        this.texts = texts;
    }

    /**
     * The summary.
     *
     * @param about reason of call, blank when unknown
     * @param title of the action that was talked about
     * @param why reason of the answer, null when none was given
     */
    LocalText of(LocalText about, LocalText title, Outcome outcome, @Nullable LocalText why) {
        return new LocalText(in(Language.EN, about, title, outcome, why), in(Language.FR, about, title, outcome, why));
    }

    private String in(Language language, LocalText about, LocalText title, Outcome outcome, @Nullable LocalText why) {
        List<String> lines = new ArrayList<>();
        lines.add(about.isBlank() ? say(language, "call") : say(language, "call.about", about.in(language)));
        String what = why == null
                ? title.in(language)
                : say(
                        language,
                        "why",
                        title.in(language),
                        why.in(language).toLowerCase(language == Language.FR ? Locale.FRENCH : Locale.ENGLISH));
        lines.add(say(language, outcome.key(), what));
        return String.join("\n", lines);
    }

    private String say(Language language, String key, Object... args) {
        return texts.getTranslation("wrapup.summary." + key, language.locale(), args);
    }
}
