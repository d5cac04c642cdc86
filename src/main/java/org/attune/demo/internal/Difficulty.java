package org.attune.demo.internal;

import java.util.List;
import org.attune.customer.CustomerState;
import org.jspecify.annotations.Nullable;

/** What somebody may be going through, with the bills, cases and signals that belong to it. Every one but the last protects. */
enum Difficulty {
    HARDSHIP,
    ARREARS,
    MORATORIUM,
    ARRANGEMENT,
    OVER_INDEBTED,
    VULNERABILITY,
    BEREAVEMENT,
    COMPLAINT,
    DISPUTE,
    DISCREET,
    FRAUD_ALERT,
    /** Payment difficulty that has ended: nothing protects any more, but sales stay away for a while. */
    BACK_ON_FEET;

    /** The difficulties of a population in turn: about one in eight of all customers is given the next one. */
    private static final List<Difficulty> TURNS = List.of(
            HARDSHIP,
            COMPLAINT,
            ARREARS,
            ARRANGEMENT,
            HARDSHIP,
            BEREAVEMENT,
            MORATORIUM,
            DISPUTE,
            HARDSHIP,
            VULNERABILITY,
            ARREARS,
            FRAUD_ALERT,
            HARDSHIP,
            OVER_INDEBTED,
            COMPLAINT,
            BACK_ON_FEET,
            ARRANGEMENT,
            DISCREET);

    private static final int ONE_IN = 8;

    /** What the customer with this index goes through, null for most. */
    static @Nullable Difficulty of(int index) {
        return index % ONE_IN == 3 ? TURNS.get(index / ONE_IN % TURNS.size()) : null;
    }

    /** Puts a life into this difficulty. */
    void befall(Life life) {
        Chance chance = life.chance;
        switch (this) {
            case HARDSHIP -> {
                int since = chance.between(5, 110);
                life.begin(CustomerState.HARDSHIP, since, null);
                behind(life, chance.of(0.7) ? chance.between(8, 62) : 0, chance.between(1, 3));
                life.signal(chance.pick("asked-to-pay-later", "salary-stopped"), chance.between(0, 25));
                life.set("web_last_page", chance.pick("pay-later", "bill", "help"));
            }
            case ARREARS -> {
                behind(life, chance.between(6, 42), chance.between(1, 2));
                life.signal("payment-late", chance.between(1, 20));
                life.set("web_last_page", chance.pick("bill", "none"));
            }
            case MORATORIUM -> {
                int since = chance.between(3, 50);
                life.begin(CustomerState.MORATORIUM, since, null);
                life.begin(CustomerState.HARDSHIP, since + chance.between(8, 40), null);
                behind(life, since + chance.between(15, 40), chance.between(2, 4));
                life.signal("salary-stopped", Math.min(58, since + 12));
            }
            case ARRANGEMENT -> {
                life.begin(CustomerState.ARRANGEMENT, chance.between(20, 150), null);
                behind(life, 0, chance.between(1, 2));
                life.set("amount_owed", Chance.cents(life.number("bill_amount") * chance.between(2, 6)));
            }
            case OVER_INDEBTED -> {
                int since = chance.between(20, 200);
                life.begin(CustomerState.OVER_INDEBTED, since, null);
                life.begin(CustomerState.HARDSHIP, since + chance.between(5, 60), null);
                behind(life, chance.between(6, 40), chance.between(3, 5));
                life.signal("debit-refused", chance.between(2, 25));
            }
            case VULNERABILITY -> life.begin(CustomerState.VULNERABILITY, chance.between(10, 200), null);
            case BEREAVEMENT -> {
                life.begin(CustomerState.BEREAVEMENT, chance.between(3, 45), null);
                life.set("household_adults", 1);
                life.set("web_last_page", "none");
            }
            case COMPLAINT -> {
                int days = chance.between(4, 32);
                life.begin(CustomerState.COMPLAINT_OPEN, days, null);
                waiting(life, days, chance.between(1, 4));
                if (chance.of(0.4)) {
                    life.signal("complaint-social", chance.between(0, Math.min(13, days)));
                }
            }
            case DISPUTE -> {
                int days = chance.between(5, 30);
                life.begin(CustomerState.DISPUTE, days, null);
                life.set("amount_owed", chance.amount(25, 140));
                waiting(life, days, chance.between(2, 5));
                life.set("web_last_page", "bill");
            }
            case DISCREET -> {
                life.begin(CustomerState.DISCREET, chance.between(3, 60), null);
                life.set("email_opens_30d", 0);
            }
            case FRAUD_ALERT -> {
                life.begin(CustomerState.FRAUD_ALERT, chance.between(0, 2), null);
                life.signal("unusual-payment", chance.between(0, 2));
                if (!life.is("has_current_account")) {
                    life.set("has_current_account", true);
                    life.hold("current-account");
                    life.hold("card-classic");
                }
                life.set("web_last_page", "card");
            }
            case BACK_ON_FEET -> life.begin(CustomerState.HARDSHIP, chance.between(120, 220), chance.between(8, 80));
        }
    }

    private static void behind(Life life, int arrearsDays, int missed) {
        Chance chance = life.chance;
        life.set("arrears_days", arrearsDays);
        life.set("bills_missed_6m", missed);
        life.set("savings_balance", life.is("has_savings") ? chance.amount(0, 400) : 0.0);
        life.set(
                "amount_owed", arrearsDays == 0 ? 0.0 : Chance.cents(life.number("bill_amount") * Math.max(1, missed)));
        if (arrearsDays > 0) {
            life.set("bill_due", life.today.minusDays(arrearsDays).toString());
        }
        life.set("churn_risk", chance.amount(0.1, 0.45));
    }

    private static void waiting(Life life, int days, int satisfaction) {
        life.set("open_case_days", days);
        life.set("satisfaction_last", satisfaction);
        life.set("churn_risk", life.chance.amount(0.35, 0.75));
    }
}
