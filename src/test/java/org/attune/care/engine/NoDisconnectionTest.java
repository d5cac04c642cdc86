package org.attune.care.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Customer Hardship Policy Guideline and National Energy Retail Rules, part 6 (Australia). */
class NoDisconnectionTest {
    @Test
    void nobodyIsCutOffWhileAPlanIsKeptAComplaintIsOpenLifeSupportIsRegisteredOrAConcessionIsPending() {
        assertThat(NoDisconnection.reasons(true, false, false, false, false))
                .containsExactly(NoDisconnection.PLAN_KEPT);
        assertThat(NoDisconnection.reasons(false, true, false, false, false))
                .containsExactly(NoDisconnection.COMPLAINT_OPEN);
        assertThat(NoDisconnection.reasons(false, false, true, false, false))
                .containsExactly(NoDisconnection.LIFE_SUPPORT);
        assertThat(NoDisconnection.reasons(false, false, false, true, false))
                .containsExactly(NoDisconnection.CONCESSION_PENDING);
        assertThat(NoDisconnection.reasons(false, false, false, false, false)).isEmpty();
    }
}
