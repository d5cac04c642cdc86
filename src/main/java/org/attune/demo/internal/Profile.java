package org.attune.demo.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes up who somebody is and what they hold, so that the facts fit together. */
final class Profile {
    private static final Map<String, Double> CHANNELS = new LinkedHashMap<>();

    static {
        CHANNELS.put("call-center", 40.0);
        CHANNELS.put("mobile", 25.0);
        CHANNELS.put("branch", 12.0);
        CHANNELS.put("email", 10.0);
        CHANNELS.put("chat", 8.0);
        CHANNELS.put("sms", 5.0);
    }

    private final Life life;
    private final Chance chance;
    private final Story story;

    Profile(Life life) {
        this.life = life;
        chance = life.chance;
        story = life.story;
    }

    void fill(Names.Name name) {
        who(name);
        telecom();
        bank();
    }

    private void who(Names.Name name) {
        int age = switch (story) {
            case SAVER, LOYAL -> chance.between(46, 82);
            case NEWCOMER -> chance.between(18, 42);
            case HEAVY_USER -> chance.between(18, 45);
            default -> chance.between(19, 79);
        };
        int tenure = switch (story) {
            case NEWCOMER -> chance.between(0, 3);
            case LOYAL -> chance.between(84, 230);
            default -> chance.between(4, 60 + Math.min(120, (age - 18) * 4));
        };
        life.set("household_adults", age < 24 ? chance.between(1, 3) : chance.pick(1, 1, 1, 1, 2, 2, 2, 2, 2, 3));
        life.set("household_children", age >= 25 && age <= 55 ? chance.pick(0, 0, 0, 1, 1, 2, 2, 3) : 0);
        life.set("city", name.city());
        life.set("tenure_months", tenure);
        life.set(
                "customer_since",
                life.today.minusMonths(tenure).minusDays(chance.between(0, 25)).toString());
        life.set("channel_preference", chance.weighted(CHANNELS));
        life.set("age", age);
        life.set("gender", name.gender());
    }

    private void telecom() {
        boolean needsMobile = switch (story) {
            case NEWCOMER, HEAVY_USER, LEAVING, BAD_NETWORK, TRAVELLER -> true;
            default -> chance.of(0.86);
        };
        String plan = needsMobile ? plan() : "none";
        life.set("plan", plan);
        life.set(
                "plan_price",
                switch (plan) {
                    case "mobile-40" -> 19.99;
                    case "mobile-family" -> 34.99;
                    case "mobile-100" -> 27.99;
                    default -> 0.0;
                });
        life.set("plan_data_gb", plan.equals("none") ? 0 : plan.equals("mobile-100") ? 100 : 40);
        boolean internet = chance.of(story == Story.BAD_NETWORK ? 0.8 : story == Story.HEAVY_USER ? 0.2 : 0.5);
        life.set("has_mobile", needsMobile);
        life.set("has_home_internet", internet);
        life.set("device_age_months", story == Story.NEWCOMER ? chance.between(0, 10) : chance.between(1, 56));
        if (needsMobile) {
            life.hold(plan);
            if (life.number("device_age_months") <= 18 && chance.of(0.25)) {
                life.hold("mobile-insurance");
            }
        }
        if (internet) {
            life.hold(chance.of(0.06) ? "fibre-pro" : "fibre");
            if (chance.of(0.3)) {
                life.hold("tv-pack");
            }
        }
        life.set("contract_end_days", contractEnd(needsMobile || internet));
    }

    private String plan() {
        if (story == Story.HEAVY_USER) {
            return chance.pick("mobile-40", "mobile-40", "mobile-40", "mobile-family");
        }
        return life.number("household_adults") >= 2 && chance.of(0.35)
                ? "mobile-family"
                : chance.pick("mobile-40", "mobile-40", "mobile-40", "mobile-100", "mobile-100");
    }

    private int contractEnd(boolean hasContract) {
        if (!hasContract) {
            return 0;
        }
        return switch (story) {
            case LEAVING -> chance.between(3, 80);
            case NEWCOMER -> chance.between(270, 360);
            default -> chance.of(0.3) ? 0 : chance.between(20, 330);
        };
    }

    private void bank() {
        boolean nothingElse = !life.is("has_mobile") && !life.is("has_home_internet");
        boolean banks = story == Story.SAVER || nothingElse || chance.of(0.62);
        boolean saves = banks && (story == Story.SAVER || chance.of(0.5));
        boolean insured = banks && life.number("age") > 27 && chance.of(0.3);
        life.set("has_current_account", banks);
        life.set("has_savings", saves);
        life.set("has_home_insurance", insured);
        life.set("has_card_credit", banks && chance.of(0.12));
        life.set("salary_domiciled", banks && life.number("age") < 66 && chance.of(0.6));
        life.set(
                "savings_balance",
                !saves
                        ? 0.0
                        : story == Story.SAVER
                                ? chance.amount(8_500, 52_000)
                                : Chance.cents(Math.exp(chance.amount(4, 9.2))));
        if (banks) {
            life.hold("current-account");
            if (chance.of(0.9)) {
                life.hold(chance.of(0.18) ? "card-gold" : "card-classic");
            }
            if (life.number("tenure_months") > 12 && chance.of(0.1)) {
                life.hold("loan-personal");
            }
        }
        if (saves) {
            life.hold("savings-account");
            if (chance.of(story == Story.SAVER ? 0.12 : 0.04)) {
                life.hold("term-deposit");
            }
        }
        if (insured) {
            life.hold("home-insurance");
        }
    }
}
