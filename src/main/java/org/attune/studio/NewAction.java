package org.attune.studio;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
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
import org.attune.catalog.Treatment;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Where a new action starts from; it stands in the address of its editor, so that nothing is stored before it is saved.
 *
 * @param copy the key of the action whose settings it takes, null for an empty one
 */
record NewAction(
        String key, String group, LocalText title, @Nullable String copy) {
    private static final double UNKNOWN_PROPENSITY = 0.1;

    /** What the address says; null when it is not about a new one. */
    static @Nullable NewAction of(String key, QueryParameters parameters) {
        String group = parameters.getSingleParameter("group").orElse("");
        if (group.isEmpty()) {
            return null;
        }
        String en = parameters.getSingleParameter("en").orElse("");
        return new NewAction(
                key,
                group,
                new LocalText(en, parameters.getSingleParameter("fr").orElse(en)),
                parameters.getSingleParameter("copy").orElse(null));
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("group", group);
        parameters.put("en", title.en());
        parameters.put("fr", title.fr());
        if (copy != null) {
            parameters.put("copy", copy);
        }
        return QueryParameters.simple(parameters);
    }

    /** The action to begin with. It is paused: nobody is proposed something unfinished. */
    Action in(Catalog catalog) {
        Action model = copy == null ? null : catalog.action(copy);
        if (copy != null && model == null) {
            throw new NotFoundException("action", copy);
        }
        return model == null ? empty(catalog) : like(model);
    }

    private Action empty(Catalog catalog) {
        Group in = catalog.group(group);
        return new Action(
                key,
                group,
                nature(in == null ? "" : in.issue()),
                title,
                LocalText.same(""),
                3,
                50,
                50,
                new BigDecimal("0.00"),
                new BigDecimal("0.00"),
                Set.of(Channel.CALL_CENTER),
                null,
                null,
                usual(catalog),
                ActionClass.DEFAULT,
                true,
                Lever.NONE,
                Engagement.NONE,
                List.of(new Treatment(key + "-neutral", Tone.NEUTRAL, LocalText.same(""))),
                List.of());
    }

    /** A copy has its own wordings, because each is learned by its key, and no lever: somebody answers for that one alone. */
    private Action like(Action model) {
        List<Treatment> treatments = model.treatments().stream()
                .map(each -> new Treatment(
                        key + "-" + each.tone().key() + (isFirst(model, each) ? "" : "-" + each.key()),
                        each.tone(),
                        each.script()))
                .toList();
        return new Action(
                        key,
                        group,
                        model.nature(),
                        title,
                        model.benefit(),
                        model.minutes(),
                        model.companyValue(),
                        model.customerValue(),
                        model.cost(),
                        model.priceDelta(),
                        model.channels(),
                        model.starts(),
                        model.ends(),
                        model.startingPropensity(),
                        model.actionClass(),
                        true,
                        Lever.NONE,
                        model.engagement(),
                        treatments,
                        model.members())
                .saying(model.legal(), model.guide());
    }

    private static boolean isFirst(Action model, Treatment treatment) {
        return model.treatments().stream()
                .filter(each -> each.tone() == treatment.tone())
                .findFirst()
                .filter(treatment::equals)
                .isPresent();
    }

    private static Nature nature(String issue) {
        return switch (issue) {
            case "sales" -> Nature.SALE;
            case "collections" -> Nature.REPAYMENT;
            case "hardship" -> Nature.FORBEARANCE;
            case "nurture" -> Nature.CARE;
            case "information" -> Nature.INFORMATION;
            default -> Nature.HELP;
        };
    }

    /** What its siblings were expected to reach, as a first guess. */
    private double usual(Catalog catalog) {
        double mean = catalog.actions().stream()
                .filter(each -> each.group().equals(group))
                .mapToDouble(Action::startingPropensity)
                .average()
                .orElse(UNKNOWN_PROPENSITY);
        return Math.round(mean * 1000) / 1000.0;
    }
}
