package org.attune.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody at a browser window of their own. Collects errors the page reports. */
public final class Person implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> errors = new ArrayList<>();

    /** Opens a window of 1366 x 768 in English. */
    public Person(int port, ColorScheme scheme) {
        this(port, scheme, Locale.US);
    }

    /** Opens a window of 1366 x 768 of somebody whose browser speaks a language. */
    public Person(int port, ColorScheme scheme, Locale language) {
        base = "http://localhost:" + port;
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1366, 768)
                        .setLocale(language.toLanguageTag())
                        .setColorScheme(scheme)
                        // Otherwise colours are measured while they fade from one scheme to the other.
                        .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onPageError(errors::add);
    }

    /** Keeps what the window shows now, for whoever wants to look: {@code target/screens/<name>.png}. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    private static final Pattern CONVERSATION = Pattern.compile(".*/desk/[0-9a-f-]{36}");

    /** Logs in as one of the demo users. */
    public static Person loggedIn(int port, String user) {
        return loggedIn(port, user, ColorScheme.LIGHT);
    }

    /** Logs in as one of the demo users, in a colour scheme. */
    public static Person loggedIn(int port, String user, ColorScheme scheme) {
        return loggedIn(port, user, scheme, Locale.US);
    }

    /** Logs in as one of the demo users, in a colour scheme and a language. */
    public static Person loggedIn(int port, String user, ColorScheme scheme, Locale language) {
        Person person = new Person(port, scheme, language);
        person.open("/login");
        person.page.locator("input[name=username]").fill(user);
        person.page.locator("input[name=password]").fill("attune-demo");
        person.page.locator("input[name=password]").press("Enter");
        person.page.waitForURL(url -> !url.contains("/login"));
        return person;
    }

    public Page page() {
        return page;
    }

    /** Errors scripts of the page threw. */
    public List<String> errors() {
        return errors;
    }

    public void open(String path) {
        page.navigate(base + path);
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The recommendations on the desk, "Listen" not counted. */
    public Locator cards() {
        return region("Next best actions").locator(".action-card:not(.card-gone)");
    }

    /** The field that finds customers. */
    public Locator finder() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find customer"));
    }

    /** Finds a customer at the desk and opens the conversation. */
    public void takeCareOf(String customer) {
        finder().fill(customer);
        page.locator("vaadin-combo-box-item:visible", new Page.LocatorOptions().setHasText(customer))
                .first()
                .click();
        page.waitForURL(CONVERSATION);
    }

    /** The address of the conversation on the desk; waits until the desk has one, which is after its cards are shown. */
    public String conversationAddress() {
        page.waitForURL(CONVERSATION);
        return page.url();
    }

    @Override
    public void close() {
        context.close();
    }
}
