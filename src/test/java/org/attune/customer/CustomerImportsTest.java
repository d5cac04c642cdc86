package org.attune.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.attune.AttuneTest;
import org.attune.customer.ImportStatus.RowError;
import org.attune.customer.internal.ImportBooks;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class CustomerImportsTest {
    @Autowired
    CustomerImports imports;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportBooks books;

    @Autowired
    Customers customers;

    @Autowired
    Attributes attributes;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void aFileWithMarkSemicolonsAndQuotesBecomesCustomers() throws IOException {
        ImportStatus status = run(
                "\uFEFF\"ref\";\"Name\";\"tel\";\"i.income\";\"i-plan\";ok;since;sales\r\n"
                        + "im-1;\"Anne; \"\"la\"\" Rouge\";06 11 22 33 44;1200.5;\"gold\";yes;2025-01-31;yes\r\n"
                        + "im-2;Bébé Noël;;;silver;no;;no\r\n",
                """
                {"refColumn": "ref", "createAttributes": true, "columns": {"Name": "displayName", "tel": "phone",
                 "i.income": "i_income", "i-plan": "i_plan", "ok": "i_ok", "since": "i_since", "sales": "consent:sales_calls"}}
                """);

        assertThat(status.state()).isEqualTo("done");
        assertThat(status.rows()).isEqualTo(2);
        assertThat(status.accepted()).isEqualTo(2);
        assertThat(status.changed()).isEqualTo(2);
        CustomerContext first = context("im-1");
        assertThat(first.displayName()).isEqualTo("Anne; \"la\" Rouge");
        assertThat(first.phones()).containsExactly("+33611223344");
        assertThat(first.value("i_income")).isEqualTo(1200.5);
        assertThat(first.value("i_plan")).isEqualTo("gold");
        assertThat(first.value("i_ok")).isEqualTo(true);
        assertThat(first.value("i_since")).isEqualTo("2025-01-31");
        assertThat(first.consents()).containsEntry("sales_calls", true);
        assertThat(context("im-2").attributes()).containsOnlyKeys("i_plan", "i_ok", "dissatisfaction");
        assertThat(customers.find("bebe noel", 5))
                .extracting(CustomerSummary::ref)
                .containsExactly("im-2");
        assertThat(definition("i_ok").type()).isEqualTo(AttributeType.BOOLEAN);
        assertThat(definition("i_since").type()).isEqualTo(AttributeType.DATE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBrokenRowNeverStopsTheRest() throws IOException {
        attributes.define(Drafts.attribute("i_amount", AttributeType.NUMBER), "test");

        ImportStatus status = run("""
                ref,i_amount,displayName
                br-1,10,One
                br-2,much,Two
                br-3,30
                ,40,Four
                br-5,50,"Five
                br-6,60,"Six"
                br-7,70,Se"ven
                br-8,80,Eight once
                br-8,81,Eight twice

                br-9,,Nine
                """, "");

        assertThat(status.state()).isEqualTo("done");
        assertThat(status.errors())
                .extracting(RowError::row, RowError::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "i_amount"),
                        org.assertj.core.groups.Tuple.tuple(3L, ""),
                        org.assertj.core.groups.Tuple.tuple(4L, "ref"),
                        org.assertj.core.groups.Tuple.tuple(5L, ""),
                        org.assertj.core.groups.Tuple.tuple(8L, ""));
        assertThat(status.errors().getFirst().message()).contains("'much' is not a number");
        assertThat(status.rows()).isEqualTo(10);
        assertThat(status.accepted()).isEqualTo(5);
        assertThat(status.rejected()).isEqualTo(5);
        assertThat(context("br-6").displayName()).isEqualTo("Six");
        assertThat(context("br-7").displayName()).isEqualTo("Se\"ven");
        assertThat(context("br-8").value("i_amount")).isEqualTo(81.0);
        assertThat(context("br-9").value("i_amount")).isNull();
        assertThat(customers.idOf("br-5")).isNull();
    }

    @Test
    void aSecondImportChangesNothing() throws IOException {
        String file = sample("again", 6_000, 0);
        String mapping = "{\"createAttributes\": true}";
        assertThat(run(file, mapping).changed()).isEqualTo(6_000);
        String before = everything("again-%");

        ImportStatus second = run(file, mapping);

        assertThat(second.accepted()).isEqualTo(6_000);
        assertThat(second.changed()).isZero();
        assertThat(everything("again-%")).isEqualTo(before);
    }

    @Test
    void onlyRowsThatDifferChange() throws IOException {
        String mapping = "{\"createAttributes\": true}";
        run(sample("some", 100, 0), mapping);
        customers.put(Drafts.named("some-7", "Told Elsewhere", "06 55 44 33 22"), "crm", "system");

        ImportStatus second = run(sample("some", 100, 3), mapping);

        assertThat(second.changed()).isEqualTo(3);
        assertThat(context("some-7").displayName()).isEqualTo("Told Elsewhere");
        assertThat(context("some-1").value("i_size")).isEqualTo(-1.0);
        assertThat(customers.find("55 44 33 22", 5))
                .extracting(CustomerSummary::ref)
                .contains("some-7");
    }

    @Test
    void protectedAttributeIsNeverAPredictor() throws IOException {
        run("""
                ref;age;marital;i_senior_citizen;i_household;i_job
                pr-1;44;single;0;2;clerk
                pr-2;999;married;1;unknown;unknown
                """, """
                {"createAttributes": true, "protected": ["i_household"], "missingNumbers": {"age": "999"}, "columns":
                 {"age": "i_age", "marital": "i_marital", "i_senior_citizen": "i_senior_citizen",
                  "i_household": "i_household", "i_job": "i_job"}}
                """);

        for (String each : new String[] {"i_age", "i_marital", "i_senior_citizen", "i_household"}) {
            assertThat(definition(each).sensitivity()).isEqualTo(Sensitivity.PROTECTED);
            assertThat(definition(each).predictor()).isFalse();
        }
        assertThat(definition("i_job").predictor()).isTrue();
        assertThat(definition("i_age").type()).isEqualTo(AttributeType.NUMBER);
        assertThat(definition("i_household").type()).isEqualTo(AttributeType.CATEGORY);
        assertThat(context("pr-2").value("i_age")).isNull();
    }

    @Test
    void aMappingThatDoesNotFitTheFileImportsNothing() throws IOException {
        ImportStatus status =
                run("ref,size\nno-1,3\n", "{\"columns\": {\"sise\": \"i_never\", \"size\": \"i_never_too\"}}");

        assertThat(status.state()).isEqualTo("failed");
        assertThat(status.message())
                .contains("The file has no column 'sise'. Did you mean 'size'?")
                .contains("There is no attribute 'i_never_too'.")
                .contains("createAttributes");
        assertThat(customers.idOf("no-1")).isNull();
        assertThat(attributes.dictionary().find("i_never")).isNull();
        assertThat(run("", "").message()).contains("no header line");
        assertThat(run("a,b\n1,2\n", "").message()).contains("Which column holds the customer's reference?");
    }

    @Test
    void aMappingThatIsNotOneIsRefusedAtOnce() {
        assertThatThrownBy(() -> run("ref\nx\n", "{\"colums\": {}}"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("Did you mean 'columns'?");
        assertThatThrownBy(() -> run("ref\nx\n", "columns=")).hasMessageContaining("It is not JSON");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void statesOfAFileBeginAndEnd() throws IOException {
        String mapping = "{\"columns\": {\"st\": \"state\"}}";
        run("ref,st\nst-1,hardship|dispute\nst-2,\n", mapping);
        assertThat(context("st-1").activeStates())
                .containsExactlyInAnyOrder(CustomerState.HARDSHIP, CustomerState.DISPUTE);

        ImportStatus second = run("ref,st\nst-1,dispute\nst-2,bankrupt\n", mapping);

        assertThat(second.changed()).isEqualTo(1);
        assertThat(second.errors().getFirst().message()).contains("'bankrupt' is not known here");
        assertThat(context("st-1").activeStates()).containsExactly(CustomerState.DISPUTE);
        assertThat(context("st-1").endedStates()).containsOnlyKeys(CustomerState.HARDSHIP);
    }

    @Test
    void arrearsThatEndByImportAreRemembered() throws IOException {
        attributes.define(Drafts.attribute("arrears_days", AttributeType.NUMBER), "test");
        run("ref,arrears_days\nar-1,20\n", "");
        assertThat(context("ar-1").activeStates()).containsExactly(CustomerState.ARREARS);

        run("ref,arrears_days\nar-1,0\n", "");

        assertThat(context("ar-1").activeStates()).isEmpty();
        assertThat(context("ar-1").endedStates()).containsOnlyKeys(CustomerState.ARREARS);
    }

    @Test
    void progressIsSeenWhileItRunsAndARestartEndsIt() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        UUID id = jobs.submit("outcomes", "slow.csv", progress -> {
            for (int i = 1; i <= 1_001; i++) {
                progress.row();
                progress.rejected(i, "x", "wrong");
            }
            LockSupport.parkNanos(Duration.ofMillis(510).toNanos());
            progress.accepted(0);
            go.countDown();
            throw new IllegalStateException("planned by the test");
        });
        go.await();
        ImportStatus status = ended(id);
        assertThat(status.rejected()).isEqualTo(1_001);
        assertThat(status.errors()).hasSize(1_000);
        assertThat(status.state()).isEqualTo("failed");
        assertThat(status.message()).contains("unexpected error").doesNotContain("planned");

        UUID stopped = books.open("customers", "cut.csv").id();
        books.failInterrupted();
        assertThat(imports.status(stopped).state()).isEqualTo("failed");
        assertThat(imports.status(stopped).message()).contains("nothing is imported twice");
        assertThat(imports.latest(50)).extracting(ImportStatus::id).contains(id, stopped);
        assertThatThrownBy(() -> imports.status(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
    }

    private static String sample(String prefix, int rows, int different) {
        StringBuilder text = new StringBuilder("ref,i_size,i_colour\n");
        for (int i = 1; i <= rows; i++) {
            text.append(prefix).append('-').append(i).append(',');
            text.append(i <= different ? -1 : i * 0.25)
                    .append(",c")
                    .append(i % 7)
                    .append('\n');
        }
        return text.toString();
    }

    private ImportStatus run(String text, String mapping) throws IOException {
        Path file = Files.createTempFile(folder, "import", ".csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return ended(imports.start(file, "sample.csv", mapping, "admin"));
    }

    private ImportStatus ended(UUID id) {
        Instant until = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(until)) {
            ImportStatus status = imports.status(id);
            if (!status.state().equals("running")) {
                return status;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("The import is still running.");
    }

    private CustomerContext context(String ref) {
        return customers.context(Objects.requireNonNull(customers.idOf(ref), ref), Instant.now());
    }

    private AttributeDefinition definition(String key) {
        return Objects.requireNonNull(attributes.dictionary().find(key), key);
    }

    private String everything(String refs) {
        return jdbc.sql("SELECT md5(string_agg(c::text, ';' ORDER BY ref)) FROM customer_customer c WHERE ref LIKE ?")
                .param(refs)
                .query(String.class)
                .single();
    }
}
