package org.attune.desk;

import java.util.ArrayList;
import java.util.List;
import org.attune.access.UserAccount;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerSummary;
import org.attune.interaction.Interaction;
import org.attune.platform.Outage;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The least an agent needs to know about a call, in words: who, about what, from where. */
final class CallWords {
    private CallWords() {}

    /** The customer's name; while nobody knows it, what the number tells; while nothing can be read, the number. */
    static String who(DeskServices services, Interaction call) {
        String[] who = {masked(call.caller())};
        Outage.quietly(() -> who[0] = known(services, call));
        return who[0];
    }

    private static String known(DeskServices services, Interaction call) {
        if (call.customer() != null) {
            CustomerSummary known =
                    services.customers().summaries(List.of(call.customer())).get(call.customer());
            return known == null ? Texts.of("desk.caller.unknown") : known.displayName();
        }
        int share = sharing(services, call).size();
        return share > 1 ? Texts.of("desk.caller.several", share) : Texts.of("desk.caller.unknown");
    }

    /** Who can be called on the number of a call. */
    static List<CustomerSummary> sharing(DeskServices services, Interaction call) {
        String caller = call.caller();
        return caller == null ? List.of() : services.customers().calledOn(caller);
    }

    /** Reason, queue and the colleague it comes from, as far as they are known. */
    static List<String> about(DeskServices services, Interaction call) {
        List<String> about = new ArrayList<>();
        if (call.line().outbound()) {
            about.add(Texts.of("desk.call.outbound"));
        }
        if (!call.reason().isEmpty()) {
            about.add(Words.of(services.vocabulary().label(Kind.REASON_OF_CALL, call.reason())));
        }
        if (!call.line().queue().isEmpty()) {
            about.add(Texts.of("desk.call.queue", SystemNames.queue(call.line().queue())));
        }
        String from = call.line().cameFrom();
        if (from != null) {
            about.add(Texts.of("desk.call.from", colleague(services, from)));
        }
        return about;
    }

    /** The name of a colleague as people read it. */
    static String colleague(DeskServices services, String username) {
        return services.users().byName(username).map(UserAccount::displayName).orElse(username);
    }

    /** The last four digits are enough to compare; the rest is nobody's business over a shoulder. */
    static String masked(@Nullable String number) {
        if (number == null) {
            return Texts.of("desk.caller.withheld");
        }
        int keep = Math.min(4, number.length());
        String end = number.substring(number.length() - keep);
        return number.length() <= 6
                ? number
                : number.substring(0, Math.min(3, number.length() - keep)) + " •• •• " + end;
    }
}
