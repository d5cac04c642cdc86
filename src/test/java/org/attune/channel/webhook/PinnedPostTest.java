package org.attune.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to the address that was judged, and the certificate is checked against the name all the same. */
class PinnedPostTest {
    private static final char[] PASSWORD = "for-tests".toCharArray();

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private HttpsServer server;
    private SSLContext tls;

    @BeforeEach
    void start() throws Exception {
        Path store = folder.resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int done = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "hooks",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-dname",
                        "CN=hooks.example.com",
                        "-ext",
                        "san=dns:hooks.example.com")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(done).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        watch.shutdownNow();
    }

    @Test
    void speaksTlsWithTheNameAndTheFixedAddress() throws IOException {
        assertThat(post(tls.getSocketFactory(), "hooks.example.com").status()).isEqualTo(204);
        assertThat(hosts)
                .containsExactly("hooks.example.com:" + server.getAddress().getPort());
    }

    @Test
    void refusesACertificateOfAnotherName() {
        assertThatThrownBy(() -> post(tls.getSocketFactory(), "other.example.com"))
                .isInstanceOf(SSLException.class);
        assertThat(hosts).isEmpty();
    }

    @Test
    void refusesACertificateNobodyTrusts() {
        assertThatThrownBy(() -> post((SSLSocketFactory) SSLSocketFactory.getDefault(), "hooks.example.com"))
                .isInstanceOf(SSLException.class);
        assertThat(hosts).isEmpty();
    }

    private PinnedPost.Answer post(SSLSocketFactory sockets, String host) throws IOException {
        int port = server.getAddress().getPort();
        return new PinnedPost(watch, Duration.ofSeconds(2), Duration.ofSeconds(5), sockets)
                .send(
                        new TargetGuard.Target(
                                URI.create("https://" + host + ":" + port + "/hook?a=b"),
                                InetAddress.getLoopbackAddress(),
                                port,
                                true),
                        Map.of("Content-Type", "application/json"),
                        new byte[] {'{', '}'});
    }
}
