package org.attune.demo.internal;

/** Makes up what happened to somebody lately, so that it agrees with their facts: two to six signals. */
final class Happenings {
    private static final int LEAST = 2;
    private static final int MOST = 6;

    private final Life life;
    private final Chance chance;

    Happenings(Life life) {
        this.life = life;
        chance = life.chance;
    }

    void fill() {
        bills();
        network();
        story();
        facts();
        fillUp();
        while (life.signals.size() > MOST) {
            life.signals.removeLast();
        }
    }

    /** A second missed bill within sixty days puts a customer into arrears: bills are a month apart. */
    private void bills() {
        int missed = (int) life.number("bills_missed_6m");
        int arrearsDays = (int) life.number("arrears_days");
        int last = arrearsDays == 0 ? chance.between(40, 55) : Math.clamp(arrearsDays, 2, 28);
        for (int i = 0; i < Math.min(3, missed); i++) {
            life.signal("bill-missed", last + i * 30);
        }
        if (arrearsDays > 0 && arrearsDays < 15 && !life.feels("payment-late")) {
            life.signal("payment-late", arrearsDays);
        }
        if (arrearsDays > 0 && life.is("has_current_account") && chance.of(0.5)) {
            life.signal("debit-refused", Math.min(25, arrearsDays));
        }
    }

    private void network() {
        int open = (int) life.number("open_case_days");
        if (open > 0) {
            life.signal("case-opened", open);
        }
        if (open > 7) {
            life.signal("case-overdue", chance.between(0, open - 7));
        }
        if (life.number("dropped_calls_30d") >= 4) {
            life.signal("dropped-calls", chance.between(0, 9));
        }
        if (life.story == Story.BAD_NETWORK && life.is("has_home_internet") && chance.of(0.55)) {
            life.signal("outage", chance.between(0, 5));
        }
    }

    private void story() {
        switch (life.story) {
            case LEAVING -> {
                life.signal(
                        "cancel".equals(life.attributes.get("web_last_page"))
                                ? "cancel-page-viewed"
                                : "competitor-visit",
                        1);
                if (life.number("contract_end_days") <= 60) {
                    life.signal("contract-ending", chance.between(1, 30));
                }
            }
            case TRAVELLER -> {
                life.signal("trip-abroad", chance.between(0, 12));
                if (life.is("has_current_account") && chance.of(0.4)) {
                    life.signal("card-declined-abroad", chance.between(0, 6));
                }
            }
            case MOVER -> life.signal("new-address", chance.between(1, 30));
            case HEAVY_USER -> life.signal("data-used-up", chance.between(0, 10));
            case SAVER -> life.signal("savings-idle", chance.between(1, 40));
            case LOYAL -> {
                life.signal("birthday", chance.between(0, 5));
                life.signal("praise-given", chance.between(1, 25));
            }
            case ORDINARY, BAD_NETWORK, FORGOT_A_BILL, NEWCOMER -> {}
        }
    }

    private void facts() {
        if (life.is("has_mobile") && life.number("data_used_percent") < 22 && life.number("tenure_months") > 6) {
            life.signal("tariff-mismatch", chance.between(3, 50));
        }
        if (life.number("tenure_months") > 18 && life.number("bill_amount") > 19 && chance.of(0.16)) {
            life.signal("price-rise", chance.between(2, 40));
        }
        if (life.holds("fibre") && life.is("has_mobile") && chance.of(0.07)) {
            life.signal("bundle-broken", chance.between(2, 25));
        }
        if (life.number("data_used_percent") > 92 && !life.feels("data-used-up")) {
            life.signal("data-used-up", chance.between(0, 12));
        }
        double contractEnd = life.number("contract_end_days");
        if (contractEnd > 0 && contractEnd < 60 && !life.feels("contract-ending")) {
            life.signal("contract-ending", chance.between(1, 30));
        }
        if (life.number("churn_risk") > 0.4 && !life.feels("competitor-visit") && chance.of(0.5)) {
            life.signal("competitor-visit", chance.between(1, 13));
        }
        if (life.number("roaming_days_12m") >= 6 && !life.feels("trip-abroad") && chance.of(0.2)) {
            life.signal("trip-abroad", chance.between(0, 20));
        }
        if (life.is("has_current_account") && chance.of(0.08)) {
            life.signal("papers-expiring", chance.between(2, 50));
        }
        if (life.number("satisfaction_last") >= 9 && !life.feels("praise-given") && chance.of(0.4)) {
            life.signal("praise-given", chance.between(2, 28));
        }
    }

    /** Older things that concern nobody any more: a birthday, a case that has long been closed. */
    private void fillUp() {
        int least = chance.between(LEAST, LEAST + 1);
        while (life.signals.size() < least) {
            int days = chance.between(35, 170);
            boolean birthday = !life.feels("birthday");
            life.signal(birthday ? "birthday" : "case-opened", days);
            if (!birthday) {
                life.signal("case-closed", days - 2);
            }
        }
    }
}
