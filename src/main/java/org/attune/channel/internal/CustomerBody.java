package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attune.customer.CustomerDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/** What a client tells about a customer. A part that is left out stays as it was. */
@Schema(name = "Customer")
record CustomerBody(
        @Schema(description = "Full name as the agent reads it") @Nullable
        String displayName,

        @Schema(description = "Language of the conversation") @Nullable
        Language language,

        @Schema(description = "Numbers in any usual writing; kept as E.164") @Nullable
        List<String> phones,

        @Schema(description = "Values by key of the attribute dictionary; unknown keys are refused by name") @Nullable
        Map<String, Object> attributes,

        @Schema(description = "By purpose, for example sales_calls") @Nullable
        Map<String, Boolean> consents,

        @Schema(description = "For example tone or channel") @Nullable
        Map<String, String> preferences,

        @Schema(description = "Products the customer has") @Nullable
        List<HoldingBody> holdings,

        @Schema(description = "States the customer is in now: those missing here end, those new begin") @Nullable
        List<StateBody> states,

        @Schema(description = "May be sent back as it was read") @Nullable
        String ref,

        @Schema(description = "Ignored; may be sent back as it was read") @Nullable
        Object derived,

        @Schema(description = "Ignored; may be sent back as it was read") @Nullable
        Object facts,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown)
        implements Strict {

    /** A holding: an object, or just the product's key. */
    @Schema(name = "Holding")
    record HoldingBody(
            @Nullable String product,
            @Nullable LocalDate since,
            @Nullable String label) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        HoldingBody {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static HoldingBody of(String product) {
            return new HoldingBody(product, null, null);
        }
    }

    /** A state: an object, or just its key. */
    @Schema(name = "State")
    record StateBody(
            @Nullable CustomerState state,

            @Schema(description = "When it began; now when absent") @Nullable
            Instant since,

            @Schema(description = "When it ends, if that is known") @Nullable
            Instant until,

            @Nullable String note) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        StateBody {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static StateBody of(String state) {
            return new StateBody(CustomerState.of(state), null, null, null);
        }
    }

    CustomerDraft draft(String address) {
        if (ref != null && !ref.equals(address)) {
            throw new InvalidException("ref", "Says '" + ref + "', the address says '" + address + "'.");
        }
        Checks checks = new Checks().atMost(200, displayName, "displayName");
        for (int i = 0; holdings != null && i < holdings.size(); i++) {
            HoldingBody holding = holdings.get(i);
            checks.present(holding == null ? null : holding.product(), "holdings[" + i + "].product");
        }
        for (int i = 0; states != null && i < states.size(); i++) {
            StateBody state = states.get(i);
            checks.present(state == null ? null : state.state(), "states[" + i + "].state");
        }
        checks.done();
        return new CustomerDraft(
                address,
                displayName,
                language,
                phones,
                attributes,
                consents,
                preferences,
                holdings == null
                        ? null
                        : holdings.stream()
                                .map(h -> new Holding(Checks.given(h.product()), h.since(), h.label()))
                                .toList(),
                states == null
                        ? null
                        : states.stream()
                                .map(s -> new CustomerDraft.StateDraft(
                                        Checks.given(s.state()), s.since(), s.until(), s.note()))
                                .toList());
    }
}
