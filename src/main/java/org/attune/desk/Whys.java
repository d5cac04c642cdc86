package org.attune.desk;

import com.vaadin.flow.component.dialog.Dialog;
import java.util.Optional;
import org.attune.decision.Decision;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Why an action stands where it stands, as a dialog; nothing before anything has been decided. */
final class Whys {
    private Whys() {}

    /** @param recommendation null: why listening is offered */
    static Optional<Dialog> of(
            DeskServices services, Conversation conversation, @Nullable Recommendation recommendation) {
        return recommendation == null
                ? dialog(services, conversation, Decisions.NONE, Texts.of("desk.listen"), null)
                : dialog(
                        services,
                        conversation,
                        recommendation.action(),
                        Words.of(recommendation.title()),
                        Words.chance(recommendation.propensity()));
    }

    private static Optional<Dialog> dialog(
            DeskServices services, Conversation conversation, String action, String title, @Nullable String chance) {
        Decision decision = conversation.decision();
        return decision == null
                ? Optional.empty()
                : Optional.of(new WhyDialog(
                        title,
                        chance,
                        services.explanations().explain(decision.id(), action),
                        decision.protections(),
                        decision.id(),
                        new Veil(Setting.isBranch(conversation.interaction()))));
    }
}
