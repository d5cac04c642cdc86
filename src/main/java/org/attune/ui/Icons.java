package org.attune.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The line icons of Attune, drawn in {@code icons/line.svg}. An icon never stands without a word or an accessible name. */
public enum Icons {
    ACTIONS,
    ARROW_DOWN,
    ARROW_UP,
    ATTRIBUTES,
    AUDIT,
    BOLT,
    BUILDING,
    CALENDAR,
    CARE,
    CATALOG,
    CHAT,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CLOCK,
    CLOSE,
    COINS,
    DECISIONS,
    DESK,
    DOWNLOAD,
    EAR,
    EDIT,
    EXTERNAL,
    FAIR,
    FILTER,
    FLAG,
    FLOOR,
    GLOBE,
    HELP,
    HISTORY,
    IMPORT,
    INFO,
    KEYBOARD,
    LIFEBUOY,
    LIFT,
    LOCK,
    LOGOUT,
    MAIL,
    MODELS,
    MOON,
    MORE,
    PAUSE,
    PHONE,
    PLAY,
    PLUS,
    SEARCH,
    SETTINGS,
    SHIELD,
    SPROUT,
    SUN,
    TAG,
    TREND_DOWN,
    UNDO,
    USER,
    USERS,
    WARNING,
    WORK,
    WRENCH;

    /** A new icon in the colour of the text around it; hidden from screen readers. */
    public SvgIcon create() {
        SvgIcon icon =
                new SvgIcon("icons/line.svg", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        icon.addClassName("icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
