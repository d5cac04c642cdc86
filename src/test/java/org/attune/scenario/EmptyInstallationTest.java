package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.attune.AttuneTest;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.strategy.LiveStrategy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

/** An installation without demo content begins with nothing and is filled through the API. */
@Tag("own-jvm")
@AttuneTest(properties = {"attune.demo=false", "attune.admin-password=a-password-of-our-own"})
@WithMockUser(username = "ana", roles = "AGENT")
class EmptyInstallationTest extends SpringBrowserlessTest {
    private static final String CATALOG = """
            issues:
              - {key: service, label: {en: Service, fr: Service}, mix: 0.3, noneThreshold: 0.01}
            groups:
              - {key: contact, issue: service, label: {en: Contact, fr: Contact}}
            actions:
              - key: call-back
                group: contact
                nature: help
                title: {en: Call back later, fr: Rappeler plus tard}
                minutes: 1
                companyValue: 10
                customerValue: 50
                channels: [call-center]
                startingPropensity: 0.4
                treatments:
                  - {key: call-back-neutral, tone: neutral, script: {en: Shall we call you back?, fr: On vous rappelle ?}}
            """;

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    LiveStrategy live;

    @Autowired
    ApplicationContext application;

    @Autowired
    Vocabulary vocabulary;

    @Value("${local.server.port}")
    int port;

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/catalog" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer token-of-the-tests-only")
                .header("Content-Type", method.equals("PUT") ? "application/yaml" : "application/json")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is there when nobody has filled it yet. */
    private void nothingOfTheDemoIsThere() {
        assertThat(Arrays.stream(application.getBeanDefinitionNames())
                        .map(application::getType)
                        .filter(type -> type != null && type.getName().startsWith("org.attune.demo")))
                .isEmpty();
        assertThat(customers.count()).isZero();
        assertThat(customers.find("Morel", 10)).isEmpty();
        assertThat(live.exists()).isFalse();
        assertThat(vocabulary.keys(Vocabulary.Kind.REASON_OF_CALL)).contains("billing");
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    @Test
    void itIsFilledByTheCatalogDocumentAndTheDeskWaitsKindlyUntilThen() throws IOException {
        nothingOfTheDemoIsThere();
        UI.getCurrent().setLocale(Locale.ENGLISH);
        SomeCustomer.named("E-1", "Robin").put(customers);
        CustomerId customer = java.util.Objects.requireNonNull(customers.idOf("E-1"));
        InteractionId call =
                interactions.open("ana", customer, Channel.CALL_CENTER, "").id();
        assertThat(send("GET", "", "").statusCode()).isEqualTo(404);
        UI.getCurrent().navigate("desk/" + call);
        assertThat(words()).contains("There is no catalog yet");

        assertThat(send("PUT", "", "issues: []\nactions:\n  - {key: x, minutes: soon}\n")
                        .body())
                .contains("actions[x].minutes");
        assertThat(send("PUT", "", CATALOG).statusCode()).isEqualTo(201);
        assertThat(send("POST", "/revisions/1/publish", "").statusCode()).isEqualTo(200);

        assertThat(live.current().revision()).isEqualTo(1);
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (words().contains("There is no catalog yet") && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(find(com.vaadin.flow.component.html.Article.class).all()).isNotEmpty();
    }
}
