package org.attune.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.attune.AttuneTest;
import org.attune.kernel.AuditedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AttuneTest
class AuditTrailTest {
    @Autowired
    private AuditTrail trail;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsWhoChangedWhatFromWhatToWhat() {
        events.publishEvent(new AuditedEvent("noor", "action.paused", "action", "trail-1", "live", "paused"));
        assertThat(trail.latest("trail-1", "action", 0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("noor");
            assertThat(entry.what()).isEqualTo("action.paused");
            assertThat(entry.before()).isEqualTo("live");
            assertThat(entry.after()).isEqualTo("paused");
        });
        assertThat(trail.count("TRAIL-1", null)).isEqualTo(1);
        assertThat(trail.subjects()).contains("action");
    }

    @Test
    void percentAndUnderscoreAreOrdinaryLettersInAFilter() {
        events.publishEvent(new AuditedEvent("noor", "action.paused", "action", "trail_2", null, null));
        assertThat(trail.count("trail_2", null)).isEqualTo(1);
        assertThat(trail.count("trail%2", null)).isZero();
    }

    @Test
    void aChangeThatIsUndoneLeavesNoLine() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new AuditedEvent("noor", "action.paused", "action", "undone", null, null));
            status.setRollbackOnly();
        });
        assertThat(trail.count("undone", null)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_entry set who = 'somebody else'", "delete from audit_entry", "truncate audit_entry"
            })
    void nothingWrittenCanBeChanged(String attempt) {
        assertThatThrownBy(() -> jdbc.sql(attempt).update()).hasMessageContaining("append-only");
    }

    @Test
    void inputCannotForgeALineOrColourATerminal() {
        events.publishEvent(new AuditedEvent(
                "eve\r\n2026-11-22 admin", "\u001b[31mx", "action", "forged\u202e", "a\u0000b\u2028c", "d\ne"));
        AuditEntry entry = trail.latest("forged", null, 0, 1).getFirst();
        assertThat(entry.who()).isEqualTo("eve\\r\\n2026-11-22 admin");
        assertThat(entry.what()).isEqualTo("\\u001b[31mx");
        assertThat(entry.key()).isEqualTo("forged\\u202e");
        assertThat(entry.before()).isEqualTo("a\\u0000b\\u2028c");
        assertThat(entry.after()).isEqualTo("d\\ne");
    }

    @Test
    void theChainIsWholeAlsoWhenManyWriteAtOnce() throws Exception {
        int writers = 8;
        CountDownLatch done = new CountDownLatch(writers);
        try (var pool = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < writers; i++) {
                String name = "writer" + i;
                pool.submit(() -> {
                    for (int n = 0; n < 10; n++) {
                        events.publishEvent(new AuditedEvent(name, "race.run", "race", name + "-" + n, null, "" + n));
                    }
                    done.countDown();
                });
            }
            done.await();
        }
        assertThat(trail.count(null, "race")).isEqualTo(80);
        assertThat(trail.verify().isWhole()).isTrue();
    }

    @Test
    void aLineThatWasTamperedWithIsFound() {
        events.publishEvent(new AuditedEvent("noor", "lever.set", "lever", "tampered", "1", "2"));
        long id = trail.latest("tampered", null, 0, 1).getFirst().id();
        Verification found = transaction.execute(status -> {
            jdbc.sql("alter table audit_entry disable trigger audit_entry_append_only")
                    .update();
            jdbc.sql("update audit_entry set after = '9' where id = ?")
                    .param(id)
                    .update();
            status.setRollbackOnly();
            return trail.verify();
        });
        assertThat(found).isNotNull();
        assertThat(found.brokenAt()).isEqualTo(id);
        assertThat(trail.verify().isWhole()).isTrue();
    }
}
