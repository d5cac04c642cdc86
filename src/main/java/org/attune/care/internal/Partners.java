package org.attune.care.internal;

import java.util.ArrayList;
import java.util.List;
import org.attune.care.Partner;
import org.attune.care.engine.Country;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Partners, read once from {@code db/seed/care/partners.yaml}. */
@Component
public class Partners {
    private final List<Partner> partners = new ArrayList<>();

    Partners() {
        for (JsonNode each : BudgetForm.read("db/seed/care/partners.yaml")) {
            partners.add(new Partner(
                    each.path("key").asString(""),
                    Country.of(each.path("country").asString("")),
                    BudgetForm.text(each.path("name")),
                    BudgetForm.text(each.path("helpsWith")),
                    each.path("phone").asString(""),
                    BudgetForm.text(each.path("hours"))));
        }
    }

    /** All of all countries. */
    public List<Partner> all() {
        return List.copyOf(partners);
    }
}
