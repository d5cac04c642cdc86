package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.care.CareCases;
import org.attune.care.Consent;
import org.attune.care.HardshipReason;
import org.attune.care.OpenCase;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.catalog.Nature;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.Strategies;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What an admin switches reaches the desk an agent has open, in time. */
@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class OpenDeskTest extends SpringBrowserlessTest {
    private static final int ROUNDS = 5;

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    Strategies strategies;

    @Autowired
    ChangeRequests requests;

    @Autowired
    CareCases cases;

    @BeforeEach
    void inEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    /** What listens to the whole application must let a page go. */
    @Test
    void aDeskThatWasLeftIsGoneFromMemory() {
        openDesk("OPEN-GONE", "technical");
        WeakReference<DeskView> desk = new WeakReference<>(find(DeskView.class).single());
        WeakReference<Workplace> place =
                new WeakReference<>(find(Workplace.class).single());
        find(DeskView.class).single().key("2");
        UI ui = UI.getCurrent();
        ui.navigate("desk/outreach");
        Awaitility.await().pollInSameThread().until(() -> {
            roundTrip();
            // As the browser takes them: until then they hold what they are about.
            ui.getInternals().dumpPendingJavaScriptInvocations();
            System.gc();
            return desk.get() == null && place.get() == null;
        });
    }

    private void openDesk(String ref, String reason) {
        CustomerId customer =
                SomeCustomer.named(ref, "Sasha " + ref).untroubled().put(customers);
        UI.getCurrent()
                .navigate("desk/"
                        + interactions
                                .open("agent", customer, Channel.CALL_CENTER, reason)
                                .id());
    }

    private List<String> proposed() {
        return find(Article.class).all().stream()
                .map(each -> String.valueOf(each.getElement().getAttribute("aria-label")))
                .filter(each -> !each.equals("Listen"))
                .toList();
    }

    private Action shown(int place) {
        String title = proposed().get(place);
        return strategies.document().actions().stream()
                .filter(each -> each.title().en().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Milliseconds until it is so. */
    private long until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - start < 20_000_000_000L) {
            LockSupport.parkNanos(1_000_000);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).isTrue();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> millis) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    @Test
    void aPausedActionLeavesAnOpenDeskWithinASecond() {
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            openDesk("open-desk-" + round, "billing");
            Action first = shown(0);
            strategies.pause(first.key(), true, "admin");
            try {
                millis.add(until(() -> !proposed().contains(first.title().en())));
            } finally {
                strategies.pause(first.key(), false, "admin");
            }
            until(() -> proposed().contains(first.title().en()));
        }
        assertThat(median(millis)).as("milliseconds: " + millis).isLessThan(1000);
    }

    @Test
    void aPausedIssueLeavesAnOpenDeskWithinASecond() {
        openDesk("open-desk-issue", "billing");
        Issue issue = strategies.document().catalog().issueOf(shown(0));
        List<String> ofIssue = strategies.document().actions().stream()
                .filter(each -> strategies.document().catalog().issueOf(each).equals(issue))
                .map(each -> each.title().en())
                .toList();
        strategies.pauseIssue(issue.key(), true, "admin");
        try {
            assertThat(until(() -> proposed().stream().noneMatch(ofIssue::contains)))
                    .isLessThan(1000);
        } finally {
            strategies.pauseIssue(issue.key(), false, "admin");
        }
    }

    @Test
    void whatIsRolledBackIsBackOnAnOpenDeskWithinFiveSeconds() {
        openDesk("open-desk-rollback", "billing");
        Action first = shown(0);
        long before = strategies.revision();
        strategies.pause(first.key(), true, "admin");
        until(() -> !proposed().contains(first.title().en()));
        long start = System.nanoTime();
        requests.rollBack(before, "", "admin");
        until(() -> proposed().contains(first.title().en()));
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5000);
    }

    @Test
    void anotherReasonOfTheCallReordersTheListAtOnceAndSaysWhatWeighsMore() {
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            openDesk("open-desk-reason-" + round, "technical");
            List<String> before = proposed();
            Select<String> reason = reason();
            long start = System.nanoTime();
            test(reason).selectItem("Leaving");
            roundTrip();
            millis.add((System.nanoTime() - start) / 1_000_000);
            assertThat(proposed()).isNotEqualTo(before);
        }
        assertThat(median(millis)).as("milliseconds: " + millis).isLessThan(200);
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .anyMatch(each -> each.contains("Retention weighs more"));
    }

    @Test
    void aHardshipThatIsRecordedChangesTheListAtOnceAndNoSaleStays() {
        openDesk("open-desk-hardship", "upgrade");
        List<String> before = proposed();
        cases.open(
                Objects.requireNonNull(customers.idOf("open-desk-hardship")),
                OpenCase.hardship(HardshipReason.UNEMPLOYMENT, 3, Consent.SAID),
                "agent");
        assertThat(until(() -> !proposed().equals(before))).isLessThan(2000);
        assertThat(strategies.document().actions())
                .filteredOn(each -> proposed().contains(each.title().en()))
                .noneMatch(each ->
                        Set.of(Nature.SALE, Nature.UPSELL, Nature.CREDIT).contains(each.nature()));
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .anyMatch(each -> each.contains("Payment difficulty"));
    }

    @SuppressWarnings("unchecked")
    private Select<String> reason() {
        return find(Select.class).withClassName("reason").single();
    }
}
