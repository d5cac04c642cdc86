package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.history.PastOffer;
import org.attune.history.Quota;
import org.attune.kernel.Channel;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.Test;

/** Which actions are subject to what. */
class QuotasTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalText LABEL = LocalText.same("Limit");
    private static final ContactLimit SALES =
            new ContactLimit("sales", LABEL, "sales", null, null, null, 1, 7, ContactLimit.PRESENTED);

    private static Action action(String key, String group, Nature nature, ActionClass kind, String... members) {
        return new Action(
                key,
                group,
                nature,
                LocalText.same(key),
                LocalText.same(""),
                3,
                50,
                50,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                Set.of(Channel.CALL_CENTER),
                null,
                null,
                0.2,
                kind,
                false,
                Lever.NONE,
                Engagement.NONE,
                List.of(),
                List.of(members));
    }

    private static final Catalog CATALOG = new Catalog(
            List.of(),
            List.of(
                    new Group("savings", "sales", LABEL, Lever.NONE, Engagement.NONE),
                    new Group("billing", "service", LABEL, Lever.NONE, Engagement.NONE)),
            List.of(
                    action("fund", "savings", Nature.SALE, ActionClass.DEFAULT),
                    action("loan", "savings", Nature.CREDIT, ActionClass.DEFAULT),
                    action("receipt", "savings", Nature.INFORMATION, ActionClass.TRANSACTIONAL),
                    action("notice", "savings", Nature.INFORMATION, ActionClass.MANDATORY),
                    action("bill", "billing", Nature.HELP, ActionClass.DEFAULT),
                    action("both", "billing", Nature.HELP, ActionClass.DEFAULT, "bill", "fund")));

    private static Quotas quotas(List<ContactLimit> limits, List<Constraint> constraints) {
        return new Quotas(limits, constraints, CATALOG, PARIS);
    }

    private static List<String> keys(Quotas quotas, String action) {
        return quotas.of(action, Channel.CALL_CENTER).stream().map(Quota::key).toList();
    }

    @Test
    void aLimitHoldsWhatIsOfferedAndSparesWhatMustBeSaid() {
        Quotas quotas = quotas(List.of(SALES), List.of());
        assertThat(keys(quotas, "fund")).containsExactly("sales");
        assertThat(keys(quotas, "receipt")).isEmpty();
        assertThat(keys(quotas, "notice")).isEmpty();
        assertThat(keys(quotas, "bill")).isEmpty();
    }

    @Test
    void aBundleIsSubjectToWhatItsMembersAreSubjectTo() {
        Constraint stock = new Constraint("stock", LABEL, List.of("bill"), 3, null, null);
        assertThat(keys(quotas(List.of(SALES), List.of(stock)), "both")).containsExactly("sales", "stock");
    }

    @Test
    void aLimitOfOneNatureOrChannelLeavesTheOthersAlone() {
        Quotas quotas = quotas(
                List.of(new ContactLimit(
                        "credit", LABEL, null, null, Nature.CREDIT, Channel.WEB, 1, 30, ContactLimit.PRESENTED)),
                List.of());
        assertThat(quotas.of("loan", Channel.WEB)).hasSize(1);
        assertThat(quotas.of("loan", Channel.CALL_CENTER)).isEmpty();
        assertThat(quotas.of("fund", Channel.WEB)).isEmpty();
    }

    @Test
    void whatWasSaidByAnybodyIsSpentAndSaysUntilWhen() {
        Quotas quotas = quotas(List.of(SALES), List.of());
        InteractionId talk = InteractionId.next();
        Instant at = Instant.parse("2026-11-20T22:59:59Z");
        List<PastOffer> past = List.of(new PastOffer(
                "fund", "sales", "savings", Channel.CALL_CENTER, Outcome.DECLINED, at, null, talk, at, at));

        Map<String, Rejection> spent =
                quotas.spent(past, Channel.CALL_CENTER, LocalDate.parse("2026-11-26"), InteractionId.next());
        assertThat(spent).containsOnlyKeys("fund", "loan", "both");
        assertThat(spent.get("loan").values()).containsEntry("again", "2026-11-27");
        assertThat(spent.get("loan").words().fr()).isEqualTo("Limit : de nouveau dès le 27 novembre 2026");
        assertThat(quotas.spent(past, Channel.CALL_CENTER, LocalDate.parse("2026-11-27"), InteractionId.next()))
                .isEmpty();
        assertThat(quotas.spent(past, Channel.CALL_CENTER, LocalDate.parse("2026-11-26"), talk))
                .as("a conversation does not count against itself")
                .isEmpty();
    }
}
