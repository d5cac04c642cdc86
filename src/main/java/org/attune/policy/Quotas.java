package org.attune.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.history.Contact;
import org.attune.history.OutcomeOrder;
import org.attune.history.PastOffer;
import org.attune.history.Quota;
import org.attune.history.Standing;
import org.attune.kernel.Channel;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** The limits and constraints of a strategy, by the actions that are subject to them. Compiled once per revision. */
public final class Quotas {
    private final Map<String, List<Quota>> byAction = new HashMap<>();
    private final Map<Quota, LocalText> labels = new HashMap<>();
    private final ZoneId zone;

    /** Compiles limits and constraints for the actions of a catalog; days are those of the zone. */
    public Quotas(List<ContactLimit> limits, List<Constraint> constraints, Catalog catalog, ZoneId zone) {
        this.zone = zone;
        for (ContactLimit each : limits) {
            add(each, catalog);
        }
        for (Constraint each : constraints) {
            Quota.Supply supply = new Quota.Supply(each.key(), each.stock(), each.budget(), each.holdMinutes());
            labels.put(supply, each.label());
            Set<String> drawing = new HashSet<>(each.actions());
            for (Action action : catalog.actions()) {
                if (drawing.contains(action.key()) || action.members().stream().anyMatch(drawing::contains)) {
                    put(action.key(), supply);
                }
            }
        }
    }

    private void add(ContactLimit limit, Catalog catalog) {
        Map<String, String> issues = new HashMap<>();
        for (Group each : catalog.groups()) {
            issues.put(each.key(), each.issue());
        }
        Set<String> only = limit.nature() == null ? null : new HashSet<>();
        Set<String> except = new HashSet<>();
        Set<String> covered = new HashSet<>();
        for (Action action : catalog.actions()) {
            if (action.actionClass() != ActionClass.DEFAULT) {
                except.add(action.key());
                continue;
            }
            boolean nature = limit.nature() == null || limit.nature() == action.nature();
            if (only != null && nature) {
                only.add(action.key());
            }
            if (nature
                    && (limit.group() == null || limit.group().equals(action.group()))
                    && (limit.issue() == null || limit.issue().equals(issues.get(action.group())))) {
                covered.add(action.key());
            }
        }
        Set<String> also = new HashSet<>();
        for (Action action : catalog.actions()) {
            if (!except.contains(action.key()) && action.members().stream().anyMatch(covered::contains)) {
                also.add(action.key());
            }
        }
        Quota.Limit compiled = new Quota.Limit(
                limit.key(),
                new Quota.Scope(limit.issue(), limit.group(), only, except, also),
                limit.channel(),
                limit.count(),
                limit.days(),
                limit.counts().equals(ContactLimit.CONVERSATIONS),
                Constraint.DEFAULT_MINUTES);
        labels.put(compiled, limit.label());
        covered.addAll(also);
        covered.forEach(action -> put(action, compiled));
    }

    private void put(String action, Quota quota) {
        byAction.computeIfAbsent(action, key -> new ArrayList<>()).add(quota);
    }

    /** Whether no action is subject to anything. */
    public boolean none() {
        return byAction.isEmpty();
    }

    /** What an action needs a place under in a channel. */
    public List<Quota> of(String action, Channel channel) {
        List<Quota> all = byAction.get(action);
        return all == null
                ? List.of()
                : all.stream()
                        .filter(each -> !(each instanceof Quota.Limit limit)
                                || limit.channel() == null
                                || limit.channel() == channel)
                        .toList();
    }

    /**
     * Why actions have no place, as far as a customer's past alone tells; places that are only held are not known here.
     *
     * @param conversation the one that is going on: it does not count against itself
     */
    public Map<String, Rejection> spent(
            Collection<PastOffer> past, Channel channel, LocalDate today, @Nullable InteractionId conversation) {
        Map<String, Rejection> rejections = new HashMap<>();
        if (past.isEmpty() || byAction.isEmpty()) {
            return rejections;
        }
        UUID asking = conversation == null ? new UUID(0, 0) : conversation.value();
        List<Contact> contacts = new ArrayList<>();
        for (PastOffer each : past) {
            if ((OutcomeOrder.impliesPresented(each.state()) || each.presentedAt() != null)
                    && !each.action().equals("none")) {
                contacts.add(contact(each));
            }
        }
        Map<Quota, Standing> standings = new HashMap<>();
        byAction.forEach((action, quotas) -> {
            for (Quota each : quotas) {
                if (each instanceof Quota.Limit limit
                        && !limit.everyConversation()
                        && (limit.channel() == null || limit.channel() == channel)) {
                    Standing standing = standings.computeIfAbsent(
                            limit, key -> Contact.standing(limit, contacts, Set.of(), asking, today));
                    if (!standing.room(limit)) {
                        rejections.putIfAbsent(action, rejection(limit, standing));
                    }
                }
            }
        });
        return rejections;
    }

    private Contact contact(PastOffer offer) {
        InteractionId conversation = offer.conversation();
        Instant at = Objects.requireNonNullElse(offer.presentedAt(), offer.at());
        UUID holder = conversation == null
                ? new UUID(offer.at().getEpochSecond(), offer.at().getNano())
                : conversation.value();
        return new Contact(
                holder, offer.action(), offer.issue(), offer.group(), offer.channel(), LocalDate.ofInstant(at, zone));
    }

    /** Every action that a refusal stops: all under a limit, one alone under a supply, since another may cost less. */
    public Map<String, Rejection> refused(String action, Quota quota, Standing standing) {
        Rejection rejection = rejection(quota, standing);
        if (quota instanceof Quota.Supply) {
            return Map.of(action, rejection);
        }
        Map<String, Rejection> all = new LinkedHashMap<>();
        byAction.forEach((key, quotas) -> {
            if (quotas.contains(quota)) {
                all.put(key, rejection);
            }
        });
        return all;
    }

    private Rejection rejection(Quota quota, Standing standing) {
        LocalText label = labels.getOrDefault(quota, LocalText.same(quota.key()));
        Map<String, Object> values = new TreeMap<>();
        values.put("used", standing.used());
        values.put("reserved", standing.reserved());
        return switch (quota) {
            case Quota.Limit limit -> {
                values.put("count", limit.count());
                values.put("days", limit.days());
                LocalDate again = standing.again();
                if (again != null) {
                    values.put("again", again.toString());
                }
                LocalText words = again != null ? Again.from(label, again) : with(label, ELSEWHERE);
                yield new Rejection("limit", limit.key(), values, words);
            }
            case Quota.Supply supply -> {
                if (supply.stock() != null) {
                    values.put("stock", supply.stock());
                }
                if (supply.budget() != null) {
                    values.put("budget", supply.budget().toPlainString());
                    values.put("spent", standing.spent().toPlainString());
                    values.put("held", standing.held().toPlainString());
                }
                Standing settled = new Standing(standing.used(), 0, standing.spent(), BigDecimal.ZERO, null);
                LocalText words = with(label, settled.room(supply, BigDecimal.ZERO) ? RESERVED : EXHAUSTED);
                yield new Rejection("constraint", supply.key(), values, words);
            }
        };
    }

    private static final LocalText ELSEWHERE =
            new LocalText("another conversation is about it now", "une autre conversation en parle en ce moment");
    private static final LocalText RESERVED = new LocalText(
            "what is left is reserved in other conversations", "le reste est réservé dans d’autres conversations");
    private static final LocalText EXHAUSTED = new LocalText("nothing is left", "il n’en reste plus");

    private static LocalText with(LocalText label, LocalText why) {
        return new LocalText(label.en() + ": " + why.en(), label.fr() + " : " + why.fr());
    }
}
