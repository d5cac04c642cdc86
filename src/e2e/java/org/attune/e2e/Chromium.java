package org.attune.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own Chromium, driven by Playwright; one browser for all journeys of a run. */
public final class Chromium {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable");

    private static final Browser BROWSER = launch();

    private Chromium() {}

    /** The browser; take a new context of it per journey and close that. It ends with the JVM. */
    public static Browser browser() {
        return BROWSER;
    }

    private static Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox", // Chromium refuses its sandbox to root; it only sees our own pages
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-dev-shm-usage",
                                "--no-first-run")));
    }

    private static Path executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("ATTUNE_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium found: ./attune test installs it, or set ATTUNE_CHROMIUM to its path"));
    }
}
