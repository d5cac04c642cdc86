package org.attune.demo.internal;

/** Makes up what somebody pays, uses and looks at, in line with who they are and what they hold. */
final class Behaviour {
    private final Life life;
    private final Chance chance;
    private final Story story;

    Behaviour(Life life) {
        this.life = life;
        chance = life.chance;
        story = life.story;
    }

    void fill() {
        bill();
        recent();
        today();
        segment();
    }

    private void bill() {
        double bill = life.number("plan_price")
                + (life.holds("fibre") ? 29.99 : 0)
                + (life.holds("fibre-pro") ? 39.99 : 0)
                + (life.holds("tv-pack") ? 13.99 : 0)
                + (life.holds("mobile-insurance") ? 5.90 : 0);
        if (bill == 0) {
            bill = chance.amount(3.5, 9.9);
        } else if (chance.of(0.25)) {
            bill += chance.amount(1.5, 22);
        }
        life.set("bill_amount", Chance.cents(bill));
        int days = chance.between(1, 27);
        boolean late = story == Story.FORGOT_A_BILL;
        int arrears = late ? chance.between(1, 4) : 0;
        life.set("bill_due", (late ? life.today.minusDays(arrears) : life.today.plusDays(days)).toString());
        life.set("amount_owed", late ? Chance.cents(bill) : 0.0);
        life.set("arrears_days", arrears);
        life.set("bills_missed_6m", chance.of(late ? 0.3 : 0.03) ? 1 : 0);
    }

    private void recent() {
        boolean mobile = life.is("has_mobile");
        life.set(
                "data_used_percent",
                !mobile
                        ? 0
                        : switch (story) {
                            case HEAVY_USER -> chance.between(88, 100);
                            case LEAVING -> chance.pick(chance.between(8, 40), chance.between(20, 95));
                            default -> chance.between(5, 96);
                        });
        life.set(
                "dropped_calls_30d",
                !mobile
                        ? 0
                        : story == Story.BAD_NETWORK ? chance.between(4, 11) : chance.pick(0, 0, 0, 0, 1, 1, 2, 3, 5));
        life.set(
                "open_case_days",
                story == Story.BAD_NETWORK && chance.of(0.6)
                        ? chance.between(2, 16)
                        : chance.of(0.07) ? chance.between(1, 9) : 0);
        life.set(
                "satisfaction_last",
                switch (story) {
                    case LOYAL -> chance.between(8, 10);
                    case LEAVING -> chance.between(3, 7);
                    case BAD_NETWORK -> chance.between(2, 6);
                    default -> chance.between(4, 10);
                });
        life.set(
                "churn_risk",
                switch (story) {
                    case LEAVING -> chance.amount(0.58, 0.93);
                    case BAD_NETWORK -> chance.amount(0.32, 0.66);
                    case LOYAL -> chance.amount(0.02, 0.15);
                    default -> chance.amount(0.05, 0.46);
                });
        life.set(
                "roaming_days_12m",
                !mobile ? 0 : story == Story.TRAVELLER ? chance.between(8, 40) : chance.pick(0, 0, 0, 2, 4, 6, 9, 12));
    }

    private void today() {
        life.set(
                "web_last_page",
                switch (story) {
                    case LEAVING -> chance.pick("cancel", "cancel", "plans");
                    case FORGOT_A_BILL -> chance.pick("bill", "bill", "none");
                    case BAD_NETWORK -> chance.pick("coverage", "help", "none");
                    case TRAVELLER -> chance.pick("travel", "travel", "card", "none");
                    case MOVER -> chance.pick("moving", "moving", "insurance");
                    case HEAVY_USER -> chance.pick("plans", "plans", "none");
                    case SAVER -> chance.pick("savings", "savings", "none");
                    case NEWCOMER -> chance.pick("help", "home");
                    default -> chance.pick("none", "none", "home", "bill", "plans", "insurance", "help", "savings");
                });
        boolean likesTheApp = life.attributes.get("channel_preference") instanceof String channel
                && (channel.equals("mobile") || channel.equals("chat"));
        int habit = life.number("age") > 65 ? 5 : likesTheApp ? 28 : 15;
        life.set("app_logins_30d", chance.between(0, habit));
        life.set("email_opens_30d", chance.pick(0, 0, 1, 1, 2, 2, 3, 4, 5, 7));
    }

    private void segment() {
        int points = (life.number("tenure_months") > 96 ? 1 : 0)
                + (life.holdings.size() >= 5 ? 1 : 0)
                + (life.number("savings_balance") > 10_000 ? 1 : 0)
                + (life.number("bill_amount") > 60 ? 1 : 0);
        life.set("segment", points >= 3 ? "gold" : points == 2 ? "silver" : "standard");
    }
}
