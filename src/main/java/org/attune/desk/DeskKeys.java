package org.attune.desk;

import java.util.List;
import java.util.Set;
import org.attune.access.Role;
import org.attune.ui.KeyCommand;
import org.attune.ui.Keycaps;

/**
 * The single keys of the desk, in the order in which they are listed. The page is told the usual key whatever its reader presses; the digits
 * choose cards, reasons and steps and belong to no command.
 */
final class DeskKeys {
    static final KeyCommand.Listed ALL = new KeyCommand.Listed(List.of(
            command("search", "/", "desk.key.search"),
            command("take", "R", "desk.key.R"),
            command("reason", "I", "desk.key.I"),
            command("listen", "0", "desk.key.0"),
            command("accept", "A", "desk.key.A"),
            command("decline", "D", "desk.key.D"),
            command("not-now", "L", "desk.key.L"),
            command("not-offered", "N", "desk.key.N"),
            command("why", "Y", "desk.key.Y"),
            command("tone", "T", "desk.key.T"),
            command("language", "U", "desk.key.U"),
            command("guide", "G", "desk.key.G"),
            command("back", "B", "desk.key.B"),
            command("note", "M", "desk.key.M"),
            command("verified", "P", "desk.key.P"),
            command("reveal", "V", "branch.reveal"),
            command("care", "H", "desk.key.H"),
            command("supervisor", "S", "desk.key.S"),
            command("undo", "Z", "desk.key.Z"),
            command("next", "X", "desk.key.X"),
            command("finish", "W", "desk.key.W"),
            command("keys", "?", "desk.key.help")));

    private DeskKeys() {}

    private static KeyCommand command(String id, String key, String labelKey) {
        return new KeyCommand(id, key, labelKey, Set.of(Role.AGENT));
    }

    /** The browser listens for the keys their owner has chosen. */
    static void start(DeskView desk, Keycaps keycaps) {
        desk.getElement().executeJs("window.attuneDesk && window.attuneDesk.start(this, $0)", keycaps.pressed());
    }
}
