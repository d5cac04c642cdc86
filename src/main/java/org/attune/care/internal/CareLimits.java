package org.attune.care.internal;

import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Country;
import org.attune.care.engine.PlanCalculator.Authority;
import org.attune.policy.ShieldPreset;
import org.attune.strategy.LiveStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settings of care; one outside its allowed range stops the start. The country is that of the protections that are live. */
@Component
public class CareLimits {
    /** A budget older than this is asked for anew and deleted, months. */
    public static final int BUDGET_MONTHS = 6;

    /** A need is asked about again after at most so many months. */
    public static final int NEED_MONTHS = 12;

    /** An instalment is missed when it has not come so many days after it was due. */
    public static final int GRACE_DAYS = 5;

    /** Working days for the assessment of an application, and for the answer after it. */
    public static final int ASSESS_WITHIN = 5;

    public static final int ANSWER_WITHIN = 2;

    /** Working days for the answer to a complaint or dispute: the product's own promise. */
    public static final int REPLY_WITHIN = 10;

    private final LiveStrategy live;
    private final Country country;
    private final Authority agent;
    private final long reserveAdult;
    private final long reserveChild;
    private final int wrapUpMinutes;

    CareLimits(
            LiveStrategy live,
            @Value("${attune.care.country:fr}") String country,
            @Value("${attune.care.agent-months:12}") int agentMonths,
            @Value("${attune.care.agent-arrears:1500}") long agentArrears,
            @Value("${attune.care.reserve-adult:50}") long reserveAdult,
            @Value("${attune.care.reserve-child:25}") long reserveChild,
            @Value("${attune.care.protected-minutes:10}") int wrapUpMinutes) {
        this.live = live;
        this.country = Country.of(country);
        this.agent = new Authority(
                (int) within("agent-months", agentMonths, 1, 60),
                within("agent-arrears", agentArrears, 0, 1_000_000) * 100);
        this.reserveAdult = within("reserve-adult", reserveAdult, 10, 10_000) * 100;
        this.reserveChild = within("reserve-child", reserveChild, 0, 10_000) * 100;
        this.wrapUpMinutes = (int) within("protected-minutes", wrapUpMinutes, 1, 120);
    }

    private static long within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "attune.care." + name + " must lie between " + least + " and " + most + ": " + value);
        }
        return value;
    }

    /** What an agent may agree on alone. */
    public Authority agent() {
        return agent;
    }

    /** What stays with a household each month, cents. */
    public long reserve(Household household) {
        return reserveAdult * household.adults() + reserveChild * household.children();
    }

    /** Protected time after a hard call, minutes. */
    public int wrapUpMinutes() {
        return wrapUpMinutes;
    }

    /** The country whose calendar, duties and aids hold. */
    public Country country() {
        ShieldPreset preset = preset();
        return preset == null ? country : Country.of(preset.key());
    }

    /** The preset of the protections that are live, null when there is none. */
    public @Nullable ShieldPreset preset() {
        return live.exists()
                ? ShieldPreset.find(live.current().document().shield().preset())
                : null;
    }
}
