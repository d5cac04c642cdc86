package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.Records;
import org.attune.care.AgentCare;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.LegalSentence;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.strategy.Strategies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** F36, F39: the desk in every window an agent may have, with a guide and a sentence that must be said. */
@AttuneTest
@Tag("e2e")
class DeskLayoutJourney {
    private static final String MOVING = "home-move";

    @LocalServerPort
    int port;

    @Autowired
    Interactions interactions;

    @Autowired
    Customers customers;

    @Autowired
    Strategies strategies;

    @Autowired
    AgentCare care;

    private CustomerId customer = CustomerId.next();
    private String address = "";

    @BeforeEach
    void somebodyIsMoving() {
        closeAll();
        Action move = Objects.requireNonNull(strategies.document().catalog().action(MOVING));
        if (move.actionClass() != ActionClass.MANDATORY) {
            strategies.publish(
                    strategies.document().with(strategies.document().catalog().with(first(move))), "test", "test");
        }
        String ref = "move-" + UUID.randomUUID().toString().substring(0, 8);
        SomeCustomer.named(ref, "Mara " + ref)
                .speaking(Language.FR)
                .attributes(Map.of(
                        "has_home_internet", true, "has_mobile", true, "segment", "standard", "plan_price", 34.99))
                .consents(Map.of("profiling", true))
                .put(customers);
        customer = Objects.requireNonNull(customers.idOf(ref));
        address = "/desk/"
                + interactions
                        .open("agent", customer, Channel.CALL_CENTER, "moving")
                        .id();
    }

    @AfterEach
    void closeAll() {
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
    }

    /** Stands first whatever other tests have taught the models. */
    private static Action first(Action a) {
        return Records.with(a, Map.of("actionClass", ActionClass.MANDATORY))
                .saying(
                        List.of(
                                new LegalSentence(
                                        "contract",
                                        new LocalText(
                                                "Your contract goes on at the new address at the same price and for the same time.",
                                                "Votre contrat continue à la nouvelle adresse, au même prix et pour la même durée."))),
                        a.guide());
    }

    private static boolean yes(Page page, String script) {
        return Boolean.TRUE.equals(page.evaluate(script));
    }

    @Test
    void aGuideLeadsThroughTheCallAndComesBackAfterARefresh() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.open(address);
            Locator guide = agent.page().locator(".guide");
            assertThat(guide).containsText("Guide, step by step");
            agent.picture("desk-light");
            agent.page().keyboard().press("g");
            assertThat(guide).containsText("When do you get the keys?");
            agent.page().keyboard().press("2");
            agent.page().keyboard().press("1");
            assertThat(guide).containsText("What is the new address");
            agent.picture("desk-guide-light");
            agent.page().reload();
            assertThat(guide).containsText("What is the new address");
            agent.page().keyboard().press("u");
            assertThat(guide).containsText("Quelle est la nouvelle adresse");
            agent.page().keyboard().press("u");
            agent.page().keyboard().press("1");
            agent.page().keyboard().press("1");
            assertThat(guide).containsText("Record: Accepted");
            agent.page().keyboard().press("a");
            assertThat(guide).containsText("Before accepting: say this sentence and tick it.");
            assertThat(guide.getByRole(AriaRole.CHECKBOX)).isFocused();
            agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            agent.picture("desk-legal-dark");
            agent.page().keyboard().press("Space");
            assertThat(guide).containsText("said at");
            agent.page().keyboard().press("a");
            assertThat(agent.region("Timeline")).containsText("Accepted: Move everything in one go");
            Assertions.assertThat(agent.errors()).isEmpty();
        }
    }

    /** Everything that can be typed in or pressed and that lies under a notice; empty when nothing does, or when no notice is there. */
    private static final String COVERED = """
            () => {
              const boxes = (all) => [...document.querySelectorAll(all)]
                .filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => [e, e.getBoundingClientRect()])
                .filter(([e, b]) => b.width > 1 && b.height > 1);
              const notices = boxes('.notices.speaks, vaadin-notification-card');
              if (!notices.length) return ['no notice'];
              const pressed = 'button, a[href], textarea, input, select, vaadin-select, vaadin-combo-box, vaadin-text-area, [role=button]';
              return boxes(pressed).filter(([e]) => !e.closest('.notices, vaadin-notification-card'))
                .filter(([e, b]) => notices.some(([n, c]) =>
                  Math.min(b.right, c.right) - Math.max(b.left, c.left) > 0.5 && Math.min(b.bottom, c.bottom) - Math.max(b.top, c.top) > 0.5))
                .map(([e]) => e.outerHTML.slice(0, 120));
            }""";

    /** Where all that can be typed in or pressed stands, but for the notices themselves. */
    private static final String PLACES = """
            () => [...document.querySelectorAll('.page button, .page textarea, .page vaadin-select, .page vaadin-combo-box')]
              .filter((e) => e.checkVisibility() && !e.closest('.notices'))
              .map((e) => { const b = e.getBoundingClientRect(); return Math.round(b.top) + ' ' + Math.round(b.left) + ' ' + e.textContent.slice(0, 20); })
              .join('|')""";

    @ParameterizedTest
    @CsvSource({"1366,768,CALL_CENTER", "1024,768,BRANCH"})
    void twoNoticesAtOnceLieOverNothingAndMoveNothing(int width, int height, Channel channel) {
        if (channel == Channel.BRANCH) {
            closeAll();
            address = "/desk/"
                    + interactions.open("agent", customer, channel, "moving").id();
        }
        try (Person agent = Person.loggedIn(port, "agent")) {
            Page page = agent.page();
            page.setViewportSize(width, height);
            agent.open(address);
            agent.cards().first().waitFor();
            page.keyboard().press("0");
            assertThat(page.locator(".page-footer")).containsText("Undo");
            page.keyboard().press("s");
            Locator notices = page.locator(".notices.speaks");
            assertThat(notices).containsText("The supervisor has been called.");
            assertThat(page.locator(".help-note")).isVisible();
            String before = String.valueOf(page.evaluate(PLACES));
            page.locator(".note-text textarea").fill("   ");
            page.locator(".note-keep").click();
            assertThat(notices).containsText("+1");
            Assertions.assertThat(page.evaluate(COVERED)).isEqualTo(List.of());
            Assertions.assertThat(page.evaluate(PLACES)).isEqualTo(before);
            agent.picture("desk-notices-" + width);
            assertThat(notices).not().containsText("The supervisor has been called.");
            Assertions.assertThat(page.evaluate(COVERED)).isEqualTo(List.of());
            assertThat(notices).hasCount(0, new HasCountOptions().setTimeout(15_000));
            Assertions.assertThat(page.evaluate(PLACES))
                    .as("nothing moves when it goes")
                    .isEqualTo(before);
        } finally {
            care.over("agent");
        }
    }

    /** How many facts lie below the edge of their list, and how many of today's do. */
    private static final String BELOW = """
            () => {
              const list = document.querySelector('.fact-groups');
              const end = list.getBoundingClientRect().bottom + 1;
              const under = (all) => [...all].filter((e) => e.getBoundingClientRect().bottom > end).length;
              const blocks = [...list.children];
              return [under(list.querySelectorAll('dt')), under(blocks[0].querySelectorAll('dt'))];
            }""";

    @Test
    void whatIsOfTodayIsInSightAndTheRestIsAnnounced() {
        closeAll();
        CustomerId camille = Objects.requireNonNull(customers.idOf("C-100001"));
        String conversation = "/desk/"
                + interactions
                        .open("agent", camille, Channel.CALL_CENTER, "payment")
                        .id();
        for (Locale language : List.of(Locale.US, Locale.FRANCE)) {
            try (Person agent = Person.loggedIn(port, "agent", ColorScheme.LIGHT, language)) {
                Page page = agent.page();
                agent.open(conversation);
                Locator facts = page.locator(".fact-groups");
                facts.waitFor();
                Locator more = page.locator(".more-facts");
                assertThat(more).isVisible();
                List<?> below = (List<?>) page.evaluate(BELOW);
                Assertions.assertThat(below.getFirst()).isNotEqualTo(0);
                assertThat(more).hasText((language == Locale.US ? "More below: " : "Plus bas : ") + below.getFirst());
                Assertions.assertThat(below.get(1)).as("of today").isEqualTo(0);
                Look.at(agent, "desk-facts-" + language.getLanguage(), ColorScheme.LIGHT);
                more.click();
                page.waitForFunction("() => document.querySelector('.fact-groups').scrollTop > 0");
                facts.evaluate("e => e.scrollTop = e.scrollHeight");
                assertThat(more).isHidden();
                assertThat(facts.locator("dd").last()).isInViewport();
            }
        }
    }

    @Test
    void whoIsCallingIsMarkedAsVerified() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.open(address);
            Locator button = agent.page().locator(".call .verify");
            assertThat(button).containsText("Not verified");
            agent.page().locator(".workplace").focus();
            agent.page().keyboard().press("p");
            assertThat(button).containsText("Verified");
            assertThat(button).hasAttribute("aria-pressed", "true");
            agent.page().reload();
            assertThat(button).hasAttribute("aria-pressed", "true");
        }
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                Arguments.of("1366x768", 1366, 768, false, false),
                Arguments.of("1280x720", 1280, 720, false, false),
                Arguments.of("tablet-1024x768", 1024, 768, true, false),
                Arguments.of("tablet-768x1024", 768, 1024, true, true),
                Arguments.of("zoom-683x384", 683, 384, false, true));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void nothingIsCutAndEverythingIsReached(String name, int width, int height, boolean touch, boolean scrolls) {
        for (String language : List.of("en-US", "fr-FR")) {
            try (var context = Chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(width, height)
                            .setLocale(language)
                            .setHasTouch(touch)
                            .setColorScheme(ColorScheme.LIGHT))) {
                Page page = context.newPage();
                page.navigate("http://localhost:" + port + "/login");
                page.locator("input[name=username]").fill("agent");
                page.locator("input[name=password]").fill("attune-demo");
                page.keyboard().press("Enter");
                page.waitForURL(url -> !url.contains("/login"));
                page.navigate("http://localhost:" + port + address);
                Locator card = page.locator(".action-card").first();
                card.waitFor();
                String where = name + " " + language;
                Assertions.assertThat(yes(page, "document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing to the side in " + where)
                        .isTrue();
                if (!scrolls) {
                    Assertions.assertThat(yes(page, "document.documentElement.scrollHeight <= innerHeight"))
                            .as("no scrolling in " + where)
                            .isTrue();
                }
                if (!scrolls) {
                    Assertions.assertThat(yes(
                                    page,
                                    "(e => document.elementFromPoint(e.left + e.width / 2, e.bottom - 8)?.closest('.legal'))"
                                            + "(document.querySelector('.legal').getBoundingClientRect()) != null"))
                            .as("what must be said is seen at once in " + where)
                            .isTrue();
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target", "screens", "desk-" + name + "-" + language.substring(0, 2) + ".png")));
                if (scrolls) {
                    page.mouse().move(width / 2.0, height / 2.0);
                    page.mouse().wheel(0, 200);
                    page.waitForFunction("() => scrollY > 0");
                }
                for (String part : List.of(
                        ".finder",
                        ".call .verify",
                        ".desk .reason",
                        ".customer-panel h2",
                        ".guide h2",
                        ".legal",
                        ".guide-steps .btn",
                        ".timeline li",
                        ".action-card .answers .btn >> nth=0",
                        ".action-card .answers .btn >> nth=3",
                        ".listen-card .btn >> nth=1",
                        ".page-footer .btn >> nth=-1")) {
                    Locator each = page.locator(part).first();
                    each.scrollIntoViewIfNeeded();
                    Assertions.assertThat(each.evaluate("""
                                    e => {
                                      const b = e.getBoundingClientRect();
                                      const at = document.elementFromPoint(b.left + b.width / 2, b.top + Math.min(b.height, innerHeight - b.top) / 2);
                                      return b.width > 0 && b.left >= 0 && b.right <= innerWidth + 1 && !!at && (e.contains(at) || at.contains(e));
                                    }"""))
                            .as(part + " in " + where)
                            .isEqualTo(true);
                }
                if (touch) {
                    Assertions.assertThat(card.locator(".answers .btn").first().boundingBox().height)
                            .as("room for a finger in " + where)
                            .isGreaterThanOrEqualTo(40);
                }
            }
        }
    }
}
