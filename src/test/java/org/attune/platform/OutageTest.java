package org.attune.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

/** What counts as an outage, and what would come again. */
class OutageTest {

    @Test
    void aConnectionThatWasBrokenOffInTheMiddleIsAnOutage() {
        assertThat(Outage.is(new TransactionSystemException(
                        "Unable to rollback against JDBC Connection", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Outage.is(new SQLException("terminated", "57P01"))).isTrue();
    }

    @Test
    void anErrorOfTheStatementIsNone() {
        assertThat(Outage.is(new SQLException("duplicate key", "23505"))).isFalse();
        assertThat(Outage.is(new SQLException("no state"))).isFalse();
        assertThat(Outage.is(null)).isFalse();
    }
}
