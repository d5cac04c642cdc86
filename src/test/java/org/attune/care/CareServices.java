package org.attune.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.care.engine.Frequency;
import org.attune.care.internal.CareChores;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.interaction.DeskPresence;
import org.attune.kernel.CustomerId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services of care in the shared application, with people of their own, for tests to inherit. */
@AttuneTest
abstract class CareServices {
    static final String AGENT = "care-agent";
    static final String SUPERVISOR = "care-supervisor";

    @Autowired
    Customers customers;

    @Autowired
    Budgets budgets;

    @Autowired
    Arrangements arrangements;

    @Autowired
    CareCases cases;

    @Autowired
    Referrals referrals;

    @Autowired
    Benefits benefits;

    @Autowired
    AgentCare agentCare;

    @Autowired
    CareChores chores;

    @Autowired
    DeskPresence presence;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    @BeforeEach
    void people() {
        CareBed.person(users, AGENT, Role.AGENT);
        CareBed.person(users, SUPERVISOR, Role.SUPERVISOR);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    Set<CustomerState> states(CustomerId customer) {
        return customers.context(customer, clock.instant()).activeStates();
    }

    Arrangement agree(CustomerId customer, long arrears) {
        return arrangements.propose(customer, arrears, Frequency.MONTH, today(), null, "", null, AGENT);
    }

    Arrangement now(Arrangement a) {
        return arrangements.of(a.customer()).stream()
                .filter(each -> each.id().equals(a.id()))
                .findFirst()
                .orElseThrow();
    }

    // --- budget
}
