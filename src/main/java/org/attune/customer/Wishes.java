package org.attune.customer;

import java.util.Map;
import org.attune.kernel.Channel;
import org.attune.kernel.Keyed;
import org.attune.kernel.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wishes of contact, as it can be obeyed; what cannot be read counts as no wish.
 *
 * @param channel preference {@code channel}: where the company should turn up of its own accord, null for anywhere
 * @param tone preference {@code tone}, null for none
 * @param quiet preference {@code quiet_hours}, null for none
 * @param calls whether the company may call: not when consent {@code calls} is refused
 */
public record Wishes(
        @Nullable Channel channel,
        @Nullable Tone tone,
        @Nullable QuietHours quiet,
        boolean calls) {
    /** Keys of the preferences. */
    public static final String CHANNEL = "channel";

    public static final String TONE = "tone";
    public static final String QUIET_HOURS = "quiet_hours";
    /** Key of the consent to be called at all. */
    public static final String CALLS = "calls";

    /** The wishes of a customer. */
    public static Wishes of(CustomerContext customer) {
        Map<String, String> told = customer.preferences();
        return new Wishes(
                find(Channel.values(), told.get(CHANNEL)),
                find(Tone.values(), told.get(TONE)),
                QuietHours.parse(told.get(QUIET_HOURS)),
                !Boolean.FALSE.equals(customer.consents().get(CALLS)));
    }

    /**
     * Whether the company would turn up where the customer does not want it.
     *
     * @param channel where
     * @param calling whether it calls, rather than is called
     */
    public boolean unwelcome(Channel channel, boolean calling) {
        if (calling && !calls) {
            return true;
        }
        boolean begins = calling || channel == Channel.SMS || channel == Channel.EMAIL;
        return begins && this.channel != null && this.channel != channel;
    }

    private static <T extends Keyed> @Nullable T find(T[] all, @Nullable String key) {
        for (T each : all) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }
}
