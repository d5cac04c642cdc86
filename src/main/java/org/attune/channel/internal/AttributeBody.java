package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** A definition as a client sends it. Fields left out keep what they were, or take the usual value for a new attribute. */
@Schema(name = "Attribute")
record AttributeBody(
        @Schema(description = "What kind of value it holds; needed for a new attribute") @Nullable
        AttributeType type,

        @Schema(description = "Name in both languages; needed for a new attribute") @Nullable
        LabelBody label,

        @Schema(description = "How carefully it must be handled; personal unless told") @Nullable
        Sensitivity sensitivity,

        @Schema(description = "Whether models may learn from it; refused for protected attributes") @Nullable
        Boolean predictor,

        @Schema(description = "System it usually comes from") @Nullable
        String source,

        @Schema(
                description = "Where the desk shows it",
                allowableValues = {"who", "holds", "recent", "today"})
        @Nullable
        String group,

        @Schema(
                description = "Unit of a number",
                allowableValues = {"eur", "days", "months", "gb", "percent", "count", "none"})
        @Nullable
        String unit,

        @Schema(description = "Whether the desk shows it") @Nullable
        Boolean shown,

        @Schema(description = "May be sent back as it was read") @Nullable
        String key,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown)
        implements Strict {

    /** A text in both languages. */
    @Schema(name = "Label")
    record LabelBody(String en, String fr) {
        static LabelBody of(LocalText text) {
            return new LabelBody(text.en(), text.fr());
        }
    }

    /** The definition with what was left out taken from the present one, if there is one. */
    AttributeDefinition definition(String address, @Nullable AttributeDefinition present) {
        if (key != null && !key.equals(address)) {
            throw new InvalidException("key", "Says '" + key + "', the address says '" + address + "'.");
        }
        AttributeType givenType = or(type, present == null ? null : present.type());
        LocalText givenLabel =
                label != null ? new LocalText(label.en(), label.fr()) : present == null ? null : present.label();
        new Checks()
                .present(givenType, "type")
                .require(givenLabel != null && !givenLabel.isBlank(), "label", "Needs a text in 'en'.")
                .atMost(80, givenLabel == null ? null : givenLabel.en(), "label.en")
                .atMost(80, givenLabel == null ? null : givenLabel.fr(), "label.fr")
                .atMost(40, source, "source")
                .require(
                        group == null || group.matches("who|holds|recent|today"),
                        "group",
                        "Must be one of who, holds, recent, today.")
                .require(
                        unit == null || unit.matches("eur|days|months|gb|percent|count|none"),
                        "unit",
                        "Must be one of eur, days, months, gb, percent, count, none.")
                .done();
        return new AttributeDefinition(
                address,
                Checks.given(givenType),
                Checks.given(givenLabel),
                Checks.given(or(sensitivity, present != null ? present.sensitivity() : Sensitivity.PERSONAL)),
                Checks.given(or(predictor, present != null && present.predictor())),
                Checks.given(or(source, present != null ? present.source() : "api")),
                Checks.given(or(group, present != null ? present.group() : "who")),
                Checks.given(or(unit, present != null ? present.unit() : "none")),
                Checks.given(or(shown, present == null || present.shown())));
    }

    private static <T> @Nullable T or(@Nullable T value, @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }
}
