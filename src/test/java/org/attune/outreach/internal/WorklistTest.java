package org.attune.outreach.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.attune.interaction.Interaction;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItem.Dismissal;
import org.attune.outreach.OutreachItem.State;
import org.attune.outreach.RuleFirings;
import org.junit.jupiter.api.Test;

/** The list "To call": who takes an item, gives it back, and what becomes of it in time. */
class WorklistTest extends OutreachBed {
    @Test
    void oneOfTwoAgentsGetsTheCustomerAndIsInAConversation() {
        CustomerId jules = customer("reach-13");
        happened("reach-13", "complaint-social");
        OutreachItem item = only(jules);
        Interaction conversation = outreach.take(item.id(), "agent");
        assertThat(conversation.customer()).isEqualTo(jules);
        assertThat(interactions.get(conversation.id(), "agent").agent()).isEqualTo("agent");
        assertThat(outreach.of(conversation.id())).isPresent();
        assertThat(outreach.take(item.id(), "agent").id()).as("taking it twice").isEqualTo(conversation.id());
        assertThatThrownBy(() -> outreach.take(item.id(), "agent2"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("colleague");
        assertThatThrownBy(() -> outreach.done(item.id(), "agent2")).isInstanceOf(ConflictException.class);
        outreach.done(item.id(), "agent");
        outreach.done(item.id(), "agent");
        assertThat(outreach.get(item.id()).state()).isEqualTo(State.DONE);
        assertThatThrownBy(() -> outreach.dismiss(item.id(), Dismissal.OTHER, "agent"))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void whatIsGivenBackIsThereForEverybody() {
        CustomerId jules = customer("reach-14");
        happened("reach-14", "complaint-social");
        OutreachItem item = only(jules);
        outreach.take(item.id(), "agent");
        outreach.giveBack(item.id(), "agent");
        assertThat(outreach.get(item.id()).state()).isEqualTo(State.OPEN);
        outreach.dismiss(item.id(), Dismissal.NOT_REACHED, "agent2");
        assertThat(outreach.get(item.id()).reason()).isEqualTo("not-reached");
        assertThat(items(jules)).isEmpty();
    }

    @Test
    void nobodyIsCalledWhenItIsTooLate() {
        CustomerId jules = customer("reach-15");
        happened("reach-15", "complaint-social");
        OutreachItem item = only(jules);
        jdbc.sql("update outreach_item set expires = ? where id = ?")
                .params(Timestamp.from(clock.instant()), item.id().value())
                .update();
        assertThat(runner.expire()).extracting(OutreachItem::id).contains(item.id());
        assertThat(outreach.get(item.id()).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void theWorklistStandsByPriorityAndThenByDueTime() {
        customer("reach-16");
        happened("reach-16", "unusual-payment");
        CustomerId second = customer("reach-17");
        happened("reach-17", "complaint-social");
        await(() -> !items(second).isEmpty());
        assertThat(outreach.worklist(10_000))
                .isSortedAccordingTo(java.util.Comparator.comparingInt(OutreachItem::priority)
                        .reversed()
                        .thenComparing(OutreachItem::due)
                        .thenComparing(item -> item.id().toString()));
    }

    @Test
    void supervisorsSeeHowOftenARuleFired() {
        Instant since = clock.instant().minus(Duration.ofDays(7));
        RuleFirings before = outreach.firings(since).getOrDefault("case-overdue", RuleFirings.NONE);
        CustomerId jules = customer("reach-18");
        happened("reach-18", "case-overdue");
        only(jules);
        RuleFirings after = outreach.firings(since).getOrDefault("case-overdue", RuleFirings.NONE);
        assertThat(after.created()).isGreaterThan(before.created());
        assertThat(outreach.counts(since).open()).isPositive();
    }
}
