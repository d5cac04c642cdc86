package org.attune.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attune.care.Referral.Outcome;
import org.attune.care.Referral.Shared;
import org.attune.care.engine.Country;
import org.attune.care.engine.Refusal;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.care.internal.Partners;
import org.attune.care.internal.ReferralStore;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passing a customer on to somebody who helps, warmly: the agent calls with the customer on the line, and says only what was agreed. */
@Service
public class Referrals {
    private final Partners partners;
    private final ReferralStore store;
    private final CareLimits settings;
    private final Days days;
    private final ApplicationEventPublisher events;

    Referrals(
            Partners partners, ReferralStore store, CareLimits settings, Days days, ApplicationEventPublisher events) {
        this.partners = partners;
        this.store = store;
        this.settings = settings;
        this.days = days;
        this.events = events;
    }

    /** Who can help in the company's country. */
    public List<Partner> partners() {
        Country country = settings.country();
        return partners.all().stream().filter(each -> each.country() == country).toList();
    }

    /** What a partner is called; the key itself where it is no longer on the list. */
    public LocalText name(String partner) {
        return partners.all().stream()
                .filter(each -> each.key().equals(partner))
                .map(Partner::name)
                .findFirst()
                .orElse(LocalText.same(partner));
    }

    /**
     * Writes down that somebody was passed on.
     *
     * @throws InvalidException without consent, without a person who took the call, or when nothing was passed on
     */
    @Transactional
    public Referral pass(
            CustomerId customer, String partner, Set<Shared> shared, String spokeWith, Consent consent, String who) {
        return pass(customer, partner, shared, spokeWith, consent, who, days.now());
    }

    /** The same as it happened at a moment. */
    Referral pass(
            CustomerId customer,
            String partner,
            Set<Shared> shared,
            String spokeWith,
            Consent consent,
            String who,
            Instant at) {
        String how = consent.required();
        List<Problem> problems = new ArrayList<>();
        if (partners.all().stream().noneMatch(each -> each.key().equals(partner))) {
            problems.add(new Problem("partner", new LocalText("Choose a partner.", "Choisissez un partenaire.")));
        }
        if (shared.isEmpty()) {
            problems.add(new Problem(
                    "shared",
                    new LocalText(
                            "Say what is passed on, at least the name.",
                            "Dites ce qui est transmis, au moins le nom.")));
        }
        if (spokeWith.isBlank()) {
            problems.add(new Problem(
                    "spokeWith",
                    new LocalText(
                            "Say who took the call: a referral is warm when somebody is there.",
                            "Dites qui a pris l’appel : quelqu’un doit être là.")));
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        Referral made = new Referral(
                ReferralId.next(),
                customer,
                partner,
                shared,
                how,
                CardNumbers.redact(spokeWith.strip()),
                who,
                at,
                null,
                null,
                null);
        store.insert(made);
        events.publishEvent(new AuditedEvent(who, "referral.made", "customer", customer.toString(), null, partner));
        events.publishEvent(new CareChanged(customer));
        return made;
    }

    /** What became of it; told once. */
    @Transactional
    public void became(ReferralId id, Outcome outcome, String who) {
        if (!store.became(id, outcome, who, days.now())) {
            throw store.find(id).isPresent()
                    ? Refusal.conflict(
                            "Somebody has written down already what became of this.", "Quelqu’un a déjà noté la suite.")
                    : new NotFoundException("referral", id);
        }
        Referral now = store.find(id).orElseThrow();
        events.publishEvent(new AuditedEvent(
                who, "referral.became", "customer", now.customer().toString(), null, outcome.key()));
        events.publishEvent(new CareChanged(now.customer()));
    }

    /** All of a customer, the latest first. */
    public List<Referral> of(CustomerId customer) {
        return store.of(customer);
    }
}
