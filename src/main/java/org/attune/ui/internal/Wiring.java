package org.attune.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.attune.access.CurrentUser;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.attune.kernel.Language;
import org.attune.platform.Outage;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives every opened page its language, colours, security policy and words for a lost connection. */
@Component
class Wiring implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    /** How often a page tries again whose server is away. */
    private static final int RECONNECT_MILLIS = 2000;

    private final transient SecureRandom random = new SecureRandom();
    private final transient CurrentUser currentUser;
    private final transient Users users;
    private final transient Messages messages;

    Wiring(CurrentUser currentUser, Users users, Messages messages) {
        this.currentUser = currentUser;
        this.users = users;
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::onPage);
        event.getSource().addUIInitListener(init -> onOpen(init.getUI()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new Mishaps()));
        event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
    }

    private Optional<UserAccount> account() {
        if (!currentUser.isPresent()) {
            return Optional.empty();
        }
        try {
            return users.byName(currentUser.username());
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                return Optional.empty(); // the page comes in the browser's language and says what is the matter
            }
            throw e;
        }
    }

    private void onOpen(UI ui) {
        account().map(UserAccount::language).map(Language::locale).ifPresent(ui::setLocale);
        ui.getReconnectDialogConfiguration().setReconnectInterval(RECONNECT_MILLIS);
        ui.getPage()
                .executeJs(
                        "const c = window.Vaadin && window.Vaadin.connectionIndicator;"
                                + "if (c) { c.offlineText = $0; c.reconnectingText = $1; c.onlineText = $2; }",
                        messages.getTranslation("ui.connection.lost", ui.getLocale()),
                        messages.getTranslation("ui.connection.reconnecting", ui.getLocale()),
                        messages.getTranslation("ui.connection.back", ui.getLocale()));
    }

    private void onPage(IndexHtmlResponse page) {
        Document document = page.getDocument();
        Element html = document.getElementsByTag("html").get(0);
        Optional<UserAccount> account = account();
        Locale chosen = account.map(UserAccount::language)
                .map(Language::locale)
                .orElseGet(() -> page.getVaadinRequest() == null || VaadinSession.getCurrent() == null
                        ? Locale.ENGLISH
                        : VaadinSession.getCurrent().getLocale());
        html.attr("lang", Language.of(chosen).key());
        account.map(UserAccount::scheme).map(ColorSchemes::value).ifPresent(scheme -> {
            html.attr("theme", scheme.getThemeValue());
            html.attr("style", "color-scheme: " + scheme.getValue());
        });
        document.head().appendElement("script").attr("src", "attune-connection.js");
        document.head().appendElement("script").attr("src", "attune-lists.js");
        String nonce = nonce();
        document.getElementsByTag("script").forEach(script -> script.attr("nonce", nonce));
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    /**
     * Only scripts of our own address, or carrying this answer's key, run. Two things are weaker than they could be:
     * {@code unsafe-eval}, because Vaadin's client turns the server's calls into functions at run time, and
     * {@code unsafe-inline} for styles, because its components write style elements.
     */
    private static String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    private String nonce() {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private SystemMessages systemMessages(Locale locale) {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        // After a restart, or a long rest, the page opens itself anew: who has to log in comes back to it.
        words.setSessionExpiredNotificationEnabled(false);
        words.setInternalErrorCaption(messages.getTranslation("ui.error.title", locale));
        words.setInternalErrorMessage(messages.getTranslation("ui.error.words", locale));
        words.setCookiesDisabledCaption(messages.getTranslation("ui.cookies", locale));
        words.setCookiesDisabledMessage(messages.getTranslation("ui.cookies.words", locale));
        return words;
    }
}
