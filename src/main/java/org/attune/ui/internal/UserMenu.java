package org.attune.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.CurrentUser;
import org.attune.access.Scheme;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.kernel.Language;
import org.attune.platform.Outage;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.springframework.stereotype.Component;

/** Who I am, in which language and colours I work, and the way out. */
public class UserMenu extends Div {
    private static final long serialVersionUID = 1L;

    public UserMenu(CurrentUser user, Choices choices) {
        NativeButton button = new NativeButton(initials(user.displayName()));
        button.addClassName("avatar");
        button.setAriaLabel(Texts.of("ui.user.menu", user.displayName()));
        Popover popover = new Popover();
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.END_BOTTOM);
        popover.setAriaLabel(Texts.of("ui.user.menu", user.displayName()));
        popover.add(menu(user, choices, popover));
        add(button, popover);
    }

    private static Div menu(CurrentUser user, Choices choices, Popover popover) {
        Span name = new Span(user.displayName());
        name.addClassName("menu-title");
        Span role = new Span(
                user.role().map(each -> Texts.of("ui.role." + each.key())).orElse(""));
        role.addClassName("muted");
        Segmented<Language> language = new Segmented<Language>(
                        Texts.of("ui.language"), choice -> choices.language(user.username(), choice))
                .option(Language.EN, "English")
                .option(Language.FR, "Français");
        language.setValue(Language.of(Texts.locale()));
        Segmented<Optional<Scheme>> scheme = new Segmented<Optional<Scheme>>(
                        Texts.of("ui.scheme"), choice -> choices.scheme(user.username(), choice))
                .option(Optional.empty(), Texts.of("ui.scheme.system"))
                .option(Optional.of(Scheme.LIGHT), Texts.of("ui.scheme.light"))
                .option(Optional.of(Scheme.DARK), Texts.of("ui.scheme.dark"));
        scheme.setValue(choices.scheme(user.username()));
        Div menu = new Div(
                new Div(name, role),
                labelled("ui.language", language),
                labelled("ui.scheme", scheme),
                new ActionButton(Texts.of("ui.preferences"), click -> {
                            popover.close();
                            UI.getCurrent().navigate(PreferencesView.class);
                        })
                        .icon(Icons.SETTINGS),
                new ActionButton(Texts.of("ui.logout"), click -> choices.logOut()).icon(Icons.LOGOUT));
        menu.addClassName("menu");
        return menu;
    }

    private static Div labelled(String key, Div field) {
        Span label = new Span(Texts.of(key));
        label.addClassName("menu-label");
        label.getElement().setAttribute("aria-hidden", "true");
        return new Div(label, field);
    }

    static String initials(String name) {
        return Stream.of(name.split("[\\s.-]+"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** Remembers what the user chooses and makes the page follow. */
    @Component
    public static class Choices {
        private final Users users;
        private final AuthenticationContext authentication;

        Choices(Users users, AuthenticationContext authentication) {
            this.users = users;
            this.authentication = authentication;
        }

        void language(String username, Language choice) {
            if (users.byName(username).isPresent()) {
                users.setLanguage(username, choice);
            }
            UI ui = UI.getCurrent();
            ui.getSession().setLocale(choice.locale());
            ui.getPage().reload();
        }

        void scheme(String username, Optional<Scheme> choice) {
            users.setScheme(username, choice.orElse(null));
            ColorSchemes.apply(UI.getCurrent(), choice.orElse(null));
        }

        Optional<Scheme> scheme(String username) {
            AtomicReference<Optional<Scheme>> found = new AtomicReference<>(Optional.empty());
            Outage.quietly(() -> found.set(users.byName(username).map(UserAccount::scheme)));
            return Objects.requireNonNull(found.get());
        }

        void logOut() {
            authentication.logout();
        }
    }
}
