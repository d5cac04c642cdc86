package org.attune.desk;

import org.attune.interaction.Interaction;
import org.attune.kernel.Channel;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Where a conversation takes place: in a branch nobody calls, and others read along. */
final class Setting {
    private Setting() {}

    /** Whether somebody sits at the desk of a branch. */
    static boolean isBranch(@Nullable Interaction conversation) {
        return conversation != null && conversation.channel() == Channel.BRANCH;
    }

    /** A text of which there is one for calls, and one for branches under {@code branch.<key>}. */
    static String say(@Nullable Interaction conversation, String key, Object... args) {
        return Texts.of(isBranch(conversation) ? "branch." + key : key, args);
    }
}
