package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Handover;
import org.attune.interaction.Interactions;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Receipt;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk at which telephone systems ring: customers of one's own, and what is told about their calls. */
abstract class CallBed extends SpringBrowserlessTest {
    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    Telephony telephony;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void inEnglishAndFree() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        closeAll();
    }

    @AfterEach
    void closeAll() {
        for (String agent : List.of("agent", "agent2")) {
            interactions.open(agent).forEach(each -> interactions.close(each.id(), agent));
        }
    }

    static String number() {
        return SomeCall.number();
    }

    /** A customer of this test's own, with a name nobody else has. */
    String customer(String phone) {
        String ref = "call-" + UUID.randomUUID().toString().substring(0, 8);
        SomeCustomer.named(ref, "Mara " + ref)
                .phones(List.of(phone))
                .attributes(
                        Map.of("arrears_days", 0, "has_home_internet", true, "segment", "standard", "churn_risk", 0.2))
                .consents(Map.of("profiling", true))
                .put(customers);
        return "Mara " + ref;
    }

    void tell(String call, Kind kind, @Nullable String agent, Facts facts, Handover handover) {
        Receipt receipt = telephony.take(SomeCall.told(call, kind, agent, facts, handover));
        assertThat(receipt.status()).as(receipt.detail()).isEqualTo(Receipt.Status.ACCEPTED);
    }

    String ring(String phone, Handover handover) {
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, "agent", Facts.from(phone), handover);
        return call;
    }

    void answer(String call) {
        tell(call, Kind.ANSWERED, "agent", Facts.NONE, Handover.NONE);
    }

    String page() {
        return find(DeskView.class).single().getElement().getTextRecursively();
    }

    boolean onPage(Class<? extends Component> part) {
        return !find(part).all().isEmpty();
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).as(what + " on: " + page()).isTrue();
    }

    void press(String name) {
        NativeButton button = find(NativeButton.class).all().stream()
                .filter(each -> each.isVisible()
                        && each.getElement().getTextRecursively().startsWith(name))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }
}
