package org.attune.studio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.catalog.Action;
import org.attune.kernel.LocalText;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What can be changed about an action, one by one: to compare two versions and to choose between them. */
enum ActionField {
    TITLE(Action::title, (to, from) -> to.title = from.title()),
    BENEFIT(Action::benefit, (to, from) -> to.benefit = from.benefit()),
    TREATMENTS(Action::treatments, (to, from) -> to.treatments = from.treatments()),
    LEGAL(Action::legal, (to, from) -> to.legal = from.legal()),
    GUIDE(Action::guide, (to, from) -> to.guide = from.guide()),
    GROUP(Action::group, (to, from) -> to.group = from.group()),
    MEMBERS(Action::members, (to, from) -> to.members = from.members()),
    NATURE(Action::nature, (to, from) -> to.nature = from.nature()),
    ACTION_CLASS(Action::actionClass, (to, from) -> to.actionClass = from.actionClass()),
    COMPANY_VALUE(Action::companyValue, (to, from) -> to.companyValue = from.companyValue()),
    CUSTOMER_VALUE(Action::customerValue, (to, from) -> to.customerValue = from.customerValue()),
    STARTING_PROPENSITY(Action::startingPropensity, (to, from) -> to.startingPropensity = from.startingPropensity()),
    LEVER(Action::lever, (to, from) -> to.lever = from.lever()),
    COST(Action::cost, (to, from) -> to.cost = from.cost()),
    PRICE_DELTA(Action::priceDelta, (to, from) -> to.priceDelta = from.priceDelta()),
    MINUTES(Action::minutes, (to, from) -> to.minutes = from.minutes()),
    CHANNELS(Action::channels, (to, from) -> to.channels = from.channels()),
    STARTS(Action::starts, (to, from) -> to.starts = from.starts()),
    ENDS(Action::ends, (to, from) -> to.ends = from.ends()),
    ELIGIBILITY(
            action -> action.engagement().eligibility(),
            (to, from) -> to.eligibility = from.engagement().eligibility()),
    APPLICABILITY(
            action -> action.engagement().applicability(),
            (to, from) -> to.applicability = from.engagement().applicability()),
    SUITABILITY(
            action -> action.engagement().suitability(),
            (to, from) -> to.suitability = from.engagement().suitability());

    private final Function<Action, @Nullable Object> value;
    private final BiConsumer<ActionDraft, Action> copy;

    ActionField(Function<Action, @Nullable Object> value, BiConsumer<ActionDraft, Action> copy) {
        this.value = value;
        this.copy = copy;
    }

    boolean differs(Action one, Action other) {
        return !Objects.equals(value.apply(one), value.apply(other));
    }

    void copy(Action from, ActionDraft to) {
        copy.accept(to, from);
    }

    String label() {
        return Texts.of("studio.field." + key());
    }

    /** The name as it stands in a document and in a problem's place. */
    String key() {
        String[] words = name().toLowerCase(java.util.Locale.ROOT).split("_");
        StringBuilder key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }

    /** The value as a person reads it. */
    String words(Action action, Formats formats) {
        return switch (this) {
            case CHANNELS -> Words.channels(action.channels());
            case NATURE -> Words.of(action.nature());
            case ACTION_CLASS -> Words.of(action.actionClass());
            case STARTING_PROPENSITY -> formats.percent(action.startingPropensity());
            case LEVER -> Words.percent(action.lever().percent());
            case MEMBERS -> action.members().isEmpty() ? "–" : String.join(", ", action.members());
            case TREATMENTS ->
                action.treatments().stream()
                        .map(each -> Words.of(each.tone()) + ": " + both(each.script()))
                        .collect(Collectors.joining("\n"));
            case LEGAL -> action.legal().stream().map(each -> both(each.text())).collect(Collectors.joining("\n"));
            case GUIDE -> action.guide().stream().map(each -> both(each.text())).collect(Collectors.joining("\n"));
            default -> plain(value.apply(action), formats);
        };
    }

    private static String plain(@Nullable Object value, Formats formats) {
        return switch (value) {
            case null -> "–";
            case LocalText text -> both(text);
            case LocalDate date -> formats.date(date);
            case BigDecimal money -> formats.euro(money.doubleValue());
            case Double number -> formats.decimal(number, 0);
            case String text when text.isBlank() -> "–";
            default -> String.valueOf(value);
        };
    }

    private static String both(LocalText text) {
        return "EN " + text.en() + " · FR " + text.fr();
    }
}
