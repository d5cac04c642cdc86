package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneApplication;
import org.attune.customer.Customers;
import org.attune.interaction.Interactions;
import org.attune.kernel.InteractionId;
import org.attune.platform.TestDatabase;
import org.attune.platform.internal.EmbeddedPostgres;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The database is killed, hard, under an open desk, and comes back; then the application itself goes and comes back. */
@Tag("own-jvm")
class DatabaseAwayJourney {

    /** The watch looks every few seconds, and a server that comes back is slow at first. */
    private static final LocatorAssertions.IsHiddenOptions BACK =
            new LocatorAssertions.IsHiddenOptions().setTimeout(20_000);

    private static final Path HOME = Path.of("target", "away").toAbsolutePath();
    private static final String SECOND = "C-100020";
    private static final Path SERVER = HOME.resolve("server");

    private String database = "";

    @Test
    void theDeskGoesOnAndNothingIsLost() throws IOException, SQLException, InterruptedException {
        FileSystemUtils.deleteRecursively(HOME.resolve("attune"));
        Files.createDirectories(HOME);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(SERVER, TestDatabase.PROGRAMS)) {
            database = fresh(server);
            journey(server, port);
        }
    }

    private void journey(EmbeddedPostgres server, int port) throws IOException, SQLException, InterruptedException {
        try (Person agent = new Person(port, ColorScheme.LIGHT);
                Person admin = new Person(port, ColorScheme.LIGHT)) {
            Locator trouble = agent.page().locator(".trouble-note");
            Locator banner = agent.page().locator(".away-banner");
            try (ConfigurableApplicationContext application = start(server, port)) {
                login(agent, "agent");
                login(admin, "admin");
                agent.takeCareOf("Camille Morel");
                agent.cards().nth(1).waitFor();
                String first = Objects.requireNonNull(agent.cards().first().getAttribute("aria-label"));
                assertThat(answers(server, "accepted")).isZero();

                kill();
                banner.waitFor();
                assertThat(banner).containsText("The database does not answer. Go on");
                assertThat(trouble).containsText("Safe guidance only");
                assertThat(readiness(port)).isEqualTo(503);
                agent.page().keyboard().press("1");
                agent.page().keyboard().press("a");
                assertThat(trouble).containsText("Kept: 1");
                assertThat(agent.page().locator(".page-footer")).containsText("Accepted: " + first + " (kept)");
                agent.page().locator(".note-text textarea").fill("Call back on Monday, card 4111 1111 1111 1111");
                agent.page().locator(".note-keep").click();
                assertThat(agent.page().locator("body")).containsText("The note is kept");
                assertThat(Files.readString(HOME.resolve("attune/kept/journal-1")))
                        .doesNotContain("4111");
                Locator memory = agent.page()
                        .locator(".action-card:not(.card-gone)", new Page.LocatorOptions().setHasText("From memory"))
                        .first();
                String remembered = Objects.requireNonNull(memory.getAttribute("aria-label"));
                agent.picture("away-desk");
                memory.getByText("Not offered").click();
                agent.page().locator(".choices button").first().click();
                assertThat(trouble).containsText("Kept: 3");
                agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                agent.picture("away-desk-dark");
                agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                admin.page().reload();
                assertThat(admin.page().locator("main")).containsText("This page opens by itself");
                admin.picture("away-page");

                server.revive();
                assertThat(banner).isHidden(BACK);
                assertThat(trouble).isHidden(BACK);
                assertThat(agent.region("Timeline")).containsText("Accepted: " + first);
                assertThat(agent.region("Timeline")).containsText("Not offered: " + remembered);
                assertThat(agent.cards().first()).isVisible();
                assertThat(admin.page().locator("vaadin-grid").first()).isVisible();
                assertThat(answers(server, "accepted")).as("in the log once").isEqualTo(1);
                assertThat(count(
                                server, "select count(*) from interaction_note where text like 'Call back on Monday%'"))
                        .as("the note, once")
                        .isEqualTo(1);
                assertThat(readiness(port)).isEqualTo(200);
                agent.picture("away-desk-back");

                theEngineFailsAndIsMended(server, application, agent);
                aRingingCallIsTakenWithoutTheDatabase(server, application, agent);
                somebodyUnknownIsTakenWithoutTheDatabase(server, application, agent);
                if (Boolean.getBoolean("attune.freeze")) { // the long form: -Dsurefire.args=-Dattune.freeze=true
                    itFreezesWithoutAWord(server, agent);
                }

                kill();
                banner.waitFor();
                agent.page().keyboard().press("0");
                assertThat(trouble).containsText("Kept: 1");
            }
            assertThat(agent.page().locator("vaadin-connection-indicator")).containsText("trying again");
            agent.picture("away-server-away");
            server.revive();
            int before = listened(server);
            try (ConfigurableApplicationContext application = start(server, port)) {
                Awaitility.await().until(() -> listened(server) == before + 1);
                agent.page().waitForURL(url -> url.contains("/login"), new Page.WaitForURLOptions().setTimeout(15_000));
                login(agent, "agent");
                assertThat(agent.region("Customer")).containsText("Camille Morel");
                assertThat(agent.region("Timeline")).containsText("Listened");
                assertThat(listened(server)).isEqualTo(before + 1);
                assertThat(application.isRunning()).isTrue();
            }
        }
    }

    /** The database is there, but no decision can be written down: the list cannot be trusted. */
    private void theEngineFailsAndIsMended(
            EmbeddedPostgres server, ConfigurableApplicationContext application, Person agent) throws SQLException {
        Locator trouble = agent.page().locator(".trouble-note");
        String address = agent.conversationAddress();
        execute(server, "alter table history_decision rename to history_decision_away");
        application
                .getBean(Interactions.class)
                .changeReason(InteractionId.of(address.substring(address.lastIndexOf('/') + 1)), "agent", "technical");
        assertThat(trouble).containsText("could not be worked out");
        assertThat(agent.page().locator(".away-banner")).isHidden(BACK);
        agent.picture("away-engine");
        execute(server, "alter table history_decision_away rename to history_decision");
        agent.button("Try again").click();
        assertThat(trouble).isHidden(BACK);
        agent.cards().first().waitFor();
    }

    /** It rang before the database went: name and safe guidance are there, what is answered and written arrives. */
    private void aRingingCallIsTakenWithoutTheDatabase(
            EmbeddedPostgres server, ConfigurableApplicationContext application, Person agent)
            throws IOException, SQLException {
        Locator trouble = agent.page().locator(".trouble-note");
        String address = agent.conversationAddress();
        String call = UUID.randomUUID().toString();
        Telephony telephony = application.getBean(Telephony.class);
        telephony.take(event(call, Kind.RINGING));
        assertThat(agent.page().locator(".ring-note")).containsText("Ringing: ");
        String name =
                application.getBean(Customers.class).find(SECOND, 1).getFirst().displayName();
        kill();
        assertThat(trouble).containsText("Safe guidance only");
        agent.page().keyboard().press("r");
        assertThat(agent.region("Customer")).containsText(name);
        assertThat(agent.region("Customer")).containsText("The facts cannot be read now");
        agent.picture("away-taken");
        String first = Objects.requireNonNull(agent.cards().first().getAttribute("aria-label"));
        agent.page().keyboard().press("a");
        assertThat(agent.page().locator(".page-footer")).containsText("Accepted: " + first + " (kept)");
        agent.page().locator(".note-text textarea").fill("Taken without the database");
        agent.page().locator(".note-keep").click();
        server.revive();
        assertThat(agent.page().locator(".away-banner")).isHidden(BACK);
        assertThat(agent.region("Timeline")).containsText("Accepted: " + first);
        assertThat(agent.region("Timeline")).containsText("Taken without the database");
        assertThat(agent.region("Customer")).not().containsText("The facts cannot be read now");
        agent.page().waitForURL(url -> url.contains("/desk/") && !url.equals(address));
        telephony.take(event(call, Kind.ENDED));
        agent.page().navigate(address);
        assertThat(agent.region("Customer")).containsText("Camille Morel");
    }

    /** A number nobody knows rang before the database went: number, safe guidance and notes are there; search says that it cannot. */
    private void somebodyUnknownIsTakenWithoutTheDatabase(
            EmbeddedPostgres server, ConfigurableApplicationContext application, Person agent)
            throws IOException, SQLException {
        String address = agent.conversationAddress();
        String call = UUID.randomUUID().toString();
        Facts facts = new Facts(false, SomeCall.number(), null, null, null, null);
        Telephony telephony = application.getBean(Telephony.class);
        telephony.take(SomeCall.told(call, Kind.RINGING, "agent", facts));
        assertThat(agent.page().locator(".ring-note")).containsText("Ringing: Unknown caller");
        kill();
        assertThat(agent.page().locator(".trouble-note")).containsText("Safe guidance only");
        agent.page().keyboard().press("r");
        Locator caller = agent.region("Who is calling?");
        assertThat(caller).containsText("Unknown caller");
        assertThat(caller).containsText("Nobody can look who is calling now");
        assertThat(agent.page().locator(".call-tab[aria-current]")).hasCount(0);
        assertThat(agent.region("Next best actions").locator("li").nth(1)).isVisible();
        Locator notices = agent.page().locator(".notices");
        agent.page().keyboard().press("/");
        agent.page().keyboard().type("Camille");
        assertThat(notices).containsText("Nobody can be looked for");
        assertThat(agent.page().locator("vaadin-combo-box[loading]")).hasCount(0);
        agent.page().keyboard().press("Enter");
        assertThat(agent.finder()).hasValue("Camille");
        agent.page().locator(".note-text textarea").fill("Unknown, will call again");
        agent.page().locator(".note-keep").click();
        assertThat(notices).containsText("The note is kept");
        agent.picture("away-unknown");
        server.revive();
        assertThat(agent.page().locator(".away-banner")).isHidden(BACK);
        assertThat(caller).containsText("Nobody with this number is known here");
        assertThat(count(server, "select count(*) from interaction_note where text = 'Unknown, will call again'"))
                .isEqualTo(1);
        telephony.take(SomeCall.told(call, Kind.ENDED, "agent", facts));
        agent.page().navigate(address);
        assertThat(agent.region("Customer")).containsText("Camille Morel");
    }

    /** Its processes are stopped, as when its disk hangs: nothing is refused, nothing answers. */
    private void itFreezesWithoutAWord(EmbeddedPostgres server, Person agent)
            throws IOException, InterruptedException, SQLException {
        Locator banner = agent.page().locator(".away-banner");
        Locator trouble = agent.page().locator(".trouble-note");
        agent.cards().first().waitFor();
        int before = answers(server, "accepted");
        signal("STOP");
        try {
            long began = System.nanoTime();
            agent.page().keyboard().press("1");
            agent.page().keyboard().press("a");
            banner.waitFor();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
            assertThat(agent.page().locator(".page-footer")).containsText("(kept)");
            assertThat(trouble).containsText("Kept: 1");
            agent.page().keyboard().press("0");
            assertThat(trouble).containsText("Kept: 2");
            agent.page().keyboard().press("?");
            assertThat(agent.page().locator("vaadin-dialog.keys-dialog[opened]"))
                    .hasCount(1);
            agent.page().keyboard().press("Escape");
            agent.picture("away-frozen");
        } finally {
            signal("CONT");
        }
        assertThat(banner).isHidden(BACK);
        assertThat(trouble).isHidden(BACK);
        assertThat(agent.region("Timeline")).containsText("Accepted");
        assertThat(answers(server, "accepted")).as("in the log once").isEqualTo(before + 1);
    }

    /** Sends a signal to the server and all processes it has begun. */
    private static void signal(String name) throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(postmaster.pid())));
        postmaster.descendants().forEach(each -> command.add(Long.toString(each.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    private static CallEvent event(String call, Kind kind) {
        return SomeCall.told(call, kind, "agent", new Facts(false, null, null, null, null, SECOND));
    }

    private static void login(Person person, String user) {
        if (!person.page().url().contains("/login")) {
            person.open("/");
        }
        person.page().getByLabel("Username").fill(user);
        person.page().getByLabel("Password").fill("attune-demo");
        person.button("Log in").click();
        person.page().waitForURL(url -> !url.contains("/login"));
    }

    /** As when the machine's kernel ends it: no goodbye. */
    private static void kill() throws IOException {
        ProcessHandle process = postmaster();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static ProcessHandle postmaster() throws IOException {
        Path pid = SERVER.resolve("database").resolve("data").resolve("postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .orElseThrow();
    }

    private static int readiness(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private int answers(EmbeddedPostgres server, String outcome) throws SQLException {
        return count(
                server,
                "select count(*) from history_outcome where action <> 'none' and outcome = '" + outcome
                        + "' and who = 'agent'");
    }

    private int listened(EmbeddedPostgres server) throws SQLException {
        return count(
                server,
                "select count(*) from history_outcome where action = 'none' and outcome = 'accepted'"
                        + " and who = 'agent'");
    }

    private int count(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(database), EmbeddedPostgres.NAME, server.password());
    }

    private static String fresh(EmbeddedPostgres server) throws SQLException {
        String name = "away_" + System.currentTimeMillis();
        try (Connection connection = server.administer();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + EmbeddedPostgres.NAME);
        }
        return name;
    }

    private ConfigurableApplicationContext start(EmbeddedPostgres server, int port) {
        return new SpringApplicationBuilder(AttuneApplication.class)
                .run(
                        "--server.port=" + port,
                        "--attune.home=" + HOME.resolve("attune"),
                        "--spring.datasource.url=" + server.url(database),
                        "--spring.datasource.username=" + EmbeddedPostgres.NAME,
                        "--spring.datasource.password=" + server.password(),
                        "--spring.datasource.hikari.maximum-pool-size=8");
    }
}
