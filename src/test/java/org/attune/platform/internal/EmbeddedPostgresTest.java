package org.attune.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.attune.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of the embedded server on real files, in good days and bad ones. */
class EmbeddedPostgresTest {

    /** One home for all: each test finds it as another one has left it, as in real life. */
    @TempDir
    static Path parent;

    @Test
    void survivesKillMinusNine() throws Exception {
        Path home = parent.resolve("home");
        Process application = DoomedApplication.start(home, TestDatabase.PROGRAMS);
        application.destroyForcibly().waitFor();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, TestDatabase.PROGRAMS)) {
            assertThat(ask(server, "SELECT kept FROM promise")).containsExactly("yes");
            assertThat(postmasters(home)).as("servers on the data").hasSize(1);
        }
        assertThat(postmasters(home)).as("servers left after the stop").isEmpty();
    }

    @Test
    void survivesTheServerBeingKilledToo() throws Exception {
        Path home = parent.resolve("home");
        Process application = DoomedApplication.start(home, TestDatabase.PROGRAMS);
        List<ProcessHandle> servers = postmasters(home);
        application.destroyForcibly().waitFor();
        for (ProcessHandle server : servers) {
            server.destroyForcibly();
            server.onExit().get();
        }

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, TestDatabase.PROGRAMS)) {
            assertThat(ask(server, "SELECT kept FROM promise")).containsExactly("yes");
        }
    }

    @ParameterizedTest
    @CsvSource({"a living stranger", "a process that is gone", "rubbish"})
    void survivesAStalePidFile(String content) throws Exception {
        start().close();
        String pid = switch (content) {
            case "a living stranger" -> ProcessHandle.current().pid() + "";
            case "a process that is gone" -> "4194303";
            default -> "\u0000\u0000";
        };
        Path data = parent.resolve("home/database/data");
        Files.writeString(data.resolve("postmaster.pid"), pid + "\n" + data + "\n1\n5432\n");

        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void anInterruptedFirstStartIsMadeAgain() throws Exception {
        Path home = AttuneHome.createPrivate(parent.resolve("interrupted"));
        Files.createFile(home.resolve("lock"));
        Files.createDirectories(home.resolve("database.half-made/data/base"));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, TestDatabase.PROGRAMS)) {
            assertThat(ask(server, "SELECT 1")).containsExactly("1");
            assertThat(home.resolve("database.half-made")).doesNotExist();
        }
    }

    @Test
    void durableSettingsAreOn() throws Exception {
        try (EmbeddedPostgres server = start()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(ask(server, "SHOW " + setting)).as(setting).containsExactly("on");
            }
        }
    }

    @Test
    void onlyThePasswordOpensTheDatabaseAndOnlyFromThisMachine() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server, "SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(ask(server, "SHOW unix_socket_directories")).containsExactly("");
            assertThat(ask(server, "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
                    .containsExactly("scram-sha-256");
            assertThat(ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = 'attune'"))
                    .containsExactly("f");
        }
    }

    @Test
    void wrongPasswordIsRefused() {
        try (EmbeddedPostgres server = start()) {
            for (String user : List.of(EmbeddedPostgres.NAME, PostgresCluster.SUPERUSER)) {
                assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), user, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
                assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), user, null))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void onlyTheOwnerCanReadTheHome() throws Exception {
        start().close();
        Path home = parent.resolve("home");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database/password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondApplicationOnTheSameHomeIsRefusedClearly() throws Exception {
        Path home = parent.resolve("home");
        Process application = DoomedApplication.start(home, TestDatabase.PROGRAMS);
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, TestDatabase.PROGRAMS))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("Another Attune (process " + application.pid() + ")")
                    .hasMessageContaining(home.toRealPath().toString());
            assertThat(postmasters(home)).hasSize(1);
        } finally {
            application.destroyForcibly().waitFor();
            EmbeddedPostgres.start(home, TestDatabase.PROGRAMS).close();
        }
    }

    @Test
    void aSecondServerInTheSameApplicationIsRefusedAndTheFirstKeepsItsLock() {
        try (EmbeddedPostgres first = start()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(this::start)
                        .isInstanceOf(DatabaseFailure.class)
                        .hasMessageContaining(first.home().toString());
            }
        }
        start().close();
    }

    @Test
    void aDirectoryWithOtherThingsIsLeftAlone() throws Exception {
        Path holidays = Files.createDirectory(parent.resolve("holidays"));
        Files.writeString(holidays.resolve("beach.jpg"), "sand");

        assertThatThrownBy(() -> EmbeddedPostgres.start(holidays, TestDatabase.PROGRAMS))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("already holds other things");
        assertThat(holidays.toFile().list()).containsExactly("beach.jpg");
    }

    @Test
    void dataOfAnotherVersionAreRefusedClearly() throws Exception {
        start().close();
        Path version = parent.resolve("home/database/data/PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("written by PostgreSQL 17");
        } finally {
            Files.writeString(version, PostgresCluster.MAJOR_VERSION + "\n");
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsToldClearly() throws Exception {
        Path file = Files.writeString(parent.resolve("a-file"), "");

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("home"), TestDatabase.PROGRAMS))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("cannot keep its data in");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
    })
    void eachPlatformHasItsArchive(String system, String architecture, String archive) {
        assertThat(PostgresBinaries.archiveName(system, architecture)).isEqualTo(archive);
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(parent.resolve("home"), TestDatabase.PROGRAMS);
    }

    private static List<String> ask(EmbeddedPostgres server, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.url(EmbeddedPostgres.NAME), "postgres", server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** The servers, not their helpers, that run on the data of the given home. */
    private static List<ProcessHandle> postmasters(Path home) {
        String data = home.resolve("database/data").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains(data))
                .toList();
    }
}
