package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.customer.CustomerDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.history.Answer;
import org.attune.history.CareFigures;
import org.attune.history.History;
import org.attune.history.engine.Rates;
import org.attune.insight.internal.ProtectionSheet;
import org.attune.insight.internal.ProtectionSheets;
import org.attune.insight.internal.Selection;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.ui.Formats;
import org.attune.ui.StatTile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What the shield stops is counted and shown; protected customers beside others. */
@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class ProtectionViewTest extends SpringBrowserlessTest {
    private static final Selection ALL = new Selection(null, null, null);
    private static final Selection CHAT = new Selection(null, null, Channel.CHAT);

    @Autowired
    private Decisions decisions;

    @Autowired
    private Customers customers;

    @Autowired
    private ProtectionSheets sheets;

    @Autowired
    private History history;

    @Autowired
    private Formats formats;

    @Test
    void eachBlockIsCountedByRuleStateAndIssue() {
        ProtectionSheet before = sheets.read(CHAT);
        Decision decision = decide("protection-a", CustomerState.MORATORIUM);
        long held = decision.dropped().stream()
                .filter(each -> each.stage().equals("shield"))
                .count();
        assertThat(held).isPositive();
        ProtectionSheet after = sheets.read(CHAT);

        assertThat(after.guarded()).isEqualTo(before.guarded() + 1);
        assertThat(after.blocks()).isEqualTo(before.blocks() + held);
        assertThat(after.rules().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(after.blocks());
        assertThat(after.issues().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(after.blocks());
        assertThat(after.states().getOrDefault("moratorium", 0L)
                        - before.states().getOrDefault("moratorium", 0L))
                .isEqualTo(held);
        assertThat(after.days().values().stream()
                        .flatMap(day -> day.values().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(after.blocks());
    }

    @Test
    void thePageShowsThemAndThatNoSaleReachedAnybodyProtected() {
        decide("protection-b", CustomerState.HARDSHIP);
        open();

        assertThat(tile("Sales to protected")).contains("0", "none, as promised");
        assertThat(find(NativeTableRow.class).all().stream()
                        .map(row -> row.getElement().getTextRecursively())
                        .toList())
                .anyMatch(row -> row.startsWith("No sales in difficulty"))
                .anyMatch(row -> row.startsWith("Payment difficulty"));
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Blocks were counted in every decision");
    }

    @Test
    void theGapHasCountsAndInterval() {
        CareFigures before = sheets.read(ALL).care();
        List<Decision> guarded = List.of(decide("protection-d", CustomerState.HARDSHIP));
        List<Decision> free = IntStream.range(0, 4)
                .mapToObj(i -> decisions.decide(
                        DecisionRequest.of(customer("protection-e" + i, List.of()), Channel.CHAT, "technical")))
                .toList();
        guarded.forEach(this::accept);
        free.forEach(this::accept);
        ProtectionSheet sheet = sheets.read(ALL);
        CareFigures.Side one = sheet.care().protectedOnes();
        CareFigures.Side other = sheet.care().others();

        assertThat(one.accepted()).isEqualTo(before.protectedOnes().accepted() + help(guarded));
        assertThat(one.presented()).isEqualTo(before.protectedOnes().presented() + help(guarded));
        assertThat(other.accepted()).isEqualTo(before.others().accepted() + help(free));
        assertThat(help(free)).isPositive();
        Rates.Gap gap = Objects.requireNonNull(sheet.accepted());
        assertThat(gap.value())
                .isEqualTo(
                        one.accepted() / (double) one.presented() - other.accepted() / (double) other.presented(),
                        within(1e-12));
        assertThat(gap.interval().low()).isLessThanOrEqualTo(gap.value());
        assertThat(gap.interval().high()).isGreaterThanOrEqualTo(gap.value());
        UI.getCurrent().navigate(InsightNavigation.PROTECTION, QueryParameters.of("from", ""));
        assertThat(tile("Help accepted"))
                .contains(
                        points(gap.value()) + " pts",
                        "95 %: " + points(gap.interval().low()) + " … "
                                + points(gap.interval().high()),
                        "protected " + formats.count(one.accepted()) + " of " + formats.count(one.presented())
                                + ", others " + formats.count(other.accepted()) + " of "
                                + formats.count(other.presented()));
    }

    /** How many offers of help in these were made in the main arm: those that are compared. */
    private static long help(List<Decision> made) {
        return made.stream()
                .filter(each -> each.arm().equals("main"))
                .flatMap(each -> each.recommendations().stream())
                .filter(each -> !Set.of("sales", "collections").contains(each.issue()))
                .count();
    }

    private String points(double share) {
        return (share > 0 ? "+" : "") + formats.decimal(100 * share, 1).replace('-', '−');
    }

    @Test
    void everythingReadsInFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        decide("protection-c", CustomerState.HARDSHIP);
        open();

        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Retenu par le bouclier", "Pas de vente en difficulté", "aucune, comme promis");
    }

    private void open() {
        UI.getCurrent()
                .navigate(InsightNavigation.PROTECTION, QueryParameters.simple(Map.of("channel", "chat", "from", "")));
        assertThat(getCurrentView()).isInstanceOf(ProtectionView.class);
    }

    private String tile(String name) {
        return find(StatTile.class).all().stream()
                .filter(tile -> name.equals(tile.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow()
                .getElement()
                .getTextRecursively();
    }

    private void accept(Decision decision) {
        decision.recommendations().forEach(each -> {
            history.shown(decision.id(), List.of(each.action()), "agent");
            history.answer(new Answer(decision.id(), each.action(), Outcome.ACCEPTED, null, null, null), "agent");
        });
    }

    private Decision decide(String ref, CustomerState state) {
        List<CustomerDraft.StateDraft> states = List.of(new CustomerDraft.StateDraft(state, null, null, null));
        return decisions.decide(DecisionRequest.of(customer(ref, states), Channel.CHAT, "upgrade"));
    }

    private CustomerId customer(String ref, List<CustomerDraft.StateDraft> states) {
        return SomeCustomer.named(ref, "Pro Tected")
                .attributes(Map.of(
                        "arrears_days",
                        0,
                        "amount_owed",
                        0,
                        "has_mobile",
                        true,
                        "has_home_internet",
                        true,
                        "has_current_account",
                        true,
                        "has_home_insurance",
                        false,
                        "tenure_months",
                        40))
                .states(states)
                .put(customers);
    }
}
