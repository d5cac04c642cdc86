package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.attune.desk.SummaryFacts.Agreed;
import org.attune.desk.SummaryFacts.Answered;
import org.attune.desk.SummaryFacts.Began;
import org.attune.desk.SummaryFacts.ByWhen;
import org.attune.interaction.WrapUpHint;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** F42: the same facts give the same sentences, in English and in French. */
class SummaryDraftTest {
    /** The texts, without an application. */
    private static final I18NProvider TEXTS = new I18NProvider() {
        private static final long serialVersionUID = 1L;

        @Override
        public List<Locale> getProvidedLocales() {
            return List.of(Locale.ENGLISH, Locale.FRENCH);
        }

        @Override
        public String getTranslation(String key, Locale locale, Object... args) {
            Properties texts = new Properties();
            try (var in = Objects.requireNonNull(SummaryDraftTest.class.getResourceAsStream(
                    "/messages/wrapup_" + locale.getLanguage() + ".properties"))) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String text = texts.getProperty(key, key);
            for (int i = 0; i < args.length; i++) {
                text = text.replace("{" + i + "}", String.valueOf(args[i]));
            }
            return text;
        }
    };

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Answered answered(String en, String fr, Outcome outcome, @Nullable LocalText why) {
        return new Answered(new LocalText(en, fr), outcome, why, outcome == Outcome.NOT_NOW ? DAY : null);
    }

    private static SummaryFacts facts(List<Answered> answers) {
        return facts(Began.CALL, answers);
    }

    private static SummaryFacts facts(Began began, List<Answered> answers) {
        return new SummaryFacts(
                began,
                new LocalText("Billing", "Facturation"),
                answers,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private static String in(Language language, SummaryFacts facts) {
        return SummaryDraft.of(facts, TEXTS, language).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void tellsWhatWasProposedAndWhatBecameOfIt() {
        SummaryFacts facts = facts(List.of(
                answered("Pause of payments", "Pause des paiements", Outcome.ACCEPTED, null),
                answered("Energy aid check", "Aides à l’énergie", Outcome.ACCEPTED, null),
                answered("New phone", "Nouveau téléphone", Outcome.DECLINED, new LocalText("No need", "Pas de besoin")),
                answered("Fibre", "Fibre", Outcome.NOT_NOW, new LocalText("Needs time", "Besoin de temps")),
                answered(
                        "Insurance",
                        "Assurance",
                        Outcome.NOT_OFFERED,
                        new LocalText("Customer upset", "Client contrarié")),
                answered("Case 12", "Dossier 12", Outcome.PRESENTED, null)));
        assertThat(in(Language.EN, facts)).isEqualTo("""
                The customer called about: Billing.
                Accepted: Pause of payments; Energy aid check.
                Declined: New phone (no need).
                Not now: Fibre (needs time), again from 1 Dec 2026.
                Left out: Insurance (customer upset).
                Proposed, no answer yet: Case 12.""");
        assertThat(in(Language.FR, facts)).isEqualTo("""
                Le client a appelé à propos de : Facturation.
                Accepté : Pause des paiements; Aides à l’énergie.
                Refusé : Nouveau téléphone (pas de besoin).
                Pas maintenant : Fibre (besoin de temps), à revoir à partir du 1er déc. 2026.
                Non proposé : Assurance (client contrarié).
                Proposé, sans réponse pour l’instant : Dossier 12.""");
    }

    @Test
    void tellsWhatWasRecordedArrangedAndPassedOnWithItsDates() {
        SummaryFacts facts = new SummaryFacts(
                Began.CALLED,
                LocalText.same(""),
                List.of(),
                true,
                List.of(new LocalText("Hardship", "Difficulté")),
                List.of(
                        new Agreed(45_00, 45_00, 12, "month", DAY, DAY.plusMonths(11), false),
                        new Agreed(140_00, 40_00, 2, "month", DAY, DAY.plusMonths(1), false),
                        new Agreed(1_250_50, 1_250_50, 1, "month", DAY, DAY, true)),
                List.of(new LocalText("Debt advice", "Point conseil budget")),
                List.of(new ByWhen("assessment", DAY), new ByWhen("answer", DAY.plusDays(2))),
                true);
        assertThat(in(Language.EN, facts)).isEqualTo("""
                We called the customer.
                Listened, nothing proposed.
                Recorded: Hardship.
                Arrangement: 12 payments of €45.00 a month, from 1 Dec 2026 to 1 Nov 2027.
                Arrangement: 2 payments of €140.00 a month from 1 Dec 2026, the last one of €40.00 on 1 Jan 2027.
                Arrangement proposed, a second person has to agree: one payment of €1,250.50 on 1 Dec 2026.
                Passed on to: Debt advice.
                A budget was taken.
                By when: assessment by 1 Dec 2026, answer by 3 Dec 2026.""");
        assertThat(in(Language.FR, facts)).isEqualTo("""
                Nous avons appelé le client.
                Écouté, rien proposé.
                Noté : Difficulté.
                Échéancier : 12 versements de 45,00 € par mois, du 1er déc. 2026 au 1er nov. 2027.
                Échéancier : 2 versements de 140,00 € par mois à partir du 1er déc. 2026, le dernier de 40,00 € le 1er janv. 2027.
                Échéancier proposé, une deuxième personne doit l’accepter : un versement de 1 250,50 € le 1er déc. 2026.
                Orienté vers : Point conseil budget.
                Un budget a été établi.
                Échéances : étude d’ici le 1er déc. 2026, réponse d’ici le 3 déc. 2026.""");
        assertThat(facts.hints()).containsExactly(WrapUpHint.CARE);
    }

    @Test
    void aConversationWithoutAnythingSaysSo() {
        SummaryFacts facts = facts(List.of());
        assertThat(in(Language.EN, facts)).isEqualTo("The customer called about: Billing.\nNothing was proposed.");
        assertThat(facts.hints()).containsExactly(WrapUpHint.NOTHING);
    }

    @Test
    void whoCameToABranchHasNotCalled() {
        SummaryFacts visit = facts(Began.VISIT, List.of());
        assertThat(in(Language.EN, visit)).startsWith("The customer came to the branch about: Billing.");
        assertThat(in(Language.FR, visit)).startsWith("Le client est venu en agence à propos de : Facturation.");
    }

    @Test
    void onlyDeclinedIsAnotherCodeThanSomethingAccepted() {
        Answered no = answered("A", "A", Outcome.DECLINED, null);
        assertThat(facts(List.of(no)).hints()).containsExactly(WrapUpHint.DECLINED);
        assertThat(facts(List.of(no, answered("B", "B", Outcome.ACCEPTED, null)))
                        .hints())
                .contains(WrapUpHint.ACCEPTED);
    }
}
