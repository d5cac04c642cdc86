package org.attune.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;

/** An agent's desk, or another page of theirs, in a browser without a screen. */
final class LightDesk extends LightPage {
    /** What a browser tells of a click by key. */
    private static final Map<String, Object> BY_KEY = Map.of(
            "event.shiftKey", false,
            "event.metaKey", false,
            "event.ctrlKey", false,
            "event.altKey", false,
            "event.detail", 0,
            "event.button", 0,
            "event.clientX", 0,
            "event.clientY", 0,
            "event.screenX", 0,
            "event.screenY", 0);

    LightDesk(HttpClient http, int port, String user) {
        super(new LightBrowser(http, port, user));
    }

    String user() {
        return browser().user();
    }

    void login() throws IOException, InterruptedException {
        browser().login();
    }

    void logOut() throws IOException, InterruptedException {
        browser().logOut();
    }

    /** Presses a key of the desk. */
    Reply key(String key) throws IOException, InterruptedException {
        return call(elements().place("desk"), "key", key);
    }

    /** Clicks the button with a class. */
    Reply click(String of) throws IOException, InterruptedException {
        return rpc(List.of(Elements.event(elements().place(of), "click", BY_KEY)));
    }

    /** How many cards of actions the last list had that was shown. */
    int cards() {
        return elements().cards();
    }
}
