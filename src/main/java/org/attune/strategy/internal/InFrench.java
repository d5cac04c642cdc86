package org.attune.strategy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the checks of a document say, in French. The English sentence is the one the checks are written with; what stands in it at
 * the place of {@code (.*)} comes back in the French one. A test finds sentences that are missing here.
 */
final class InFrench {
    private static final Map<String, String> NOUNS = Map.of(
            "issue", "d’enjeu",
            "group", "de groupe",
            "action", "d’action",
            "state", "de situation",
            "journey", "de parcours",
            "stage", "d’étape",
            "step", "d’étape de guide",
            "volume of calls", "de volume d’appels");

    private static final Map<Pattern, String> SENTENCES = new LinkedHashMap<>();

    static {
        put(
                "A key has lower-case letters, digits and dashes.",
                "Une clé a des minuscules, des chiffres et des tirets.");
        put("'none' is kept for proposing nothing.", "« none » est réservé à ne rien proposer.");
        put("'(.*)' is there twice.", "« $1 » s’y trouve deux fois.");
        put("(.*) must be between (.*) and (.*).", "$1 doit être compris entre $2 et $3.");
        put("The end lies before the start.", "La fin précède le début.");
        put("An issue needs a label.", "Un enjeu a besoin d’un nom.");
        put("A group needs a label.", "Un groupe a besoin d’un nom.");
        actions();
        guides();
        shield();
        contact();
        arbitration();
        journeysAndEvents();
        personas();
    }

    private InFrench() {}

    private static void put(String english, String french) {
        String pattern = english.replace("(.*)", "\0")
                .replaceAll("[\\[\\]().?*+^$|{}\\\\]", "\\\\$0")
                .replace("\0", "(.*)");
        SENTENCES.put(Pattern.compile(pattern), french);
    }

    private static void actions() {
        put(
                "Say what the action does to the customer: sale, help, care ...",
                "Dites ce que l’action fait au client : sale, help, care…");
        put(
                "An action of the issue sales sells: sale, upsell or credit.",
                "Une action de l’enjeu sales vend : sale, upsell ou credit.");
        put("An action needs a title.", "Une action a besoin d’un titre.");
        put(
                "A title has at most eight words; the agent reads it in a glance.",
                "Un titre a huit mots au plus ; l’agent le lit d’un coup d’œil.");
        put("Name at least one channel.", "Nommez au moins un canal.");
        put("An action needs at least one wording.", "Une action a besoin d’au moins une formulation.");
        put("The spoken line is empty.", "La phrase à dire est vide.");
        put("Say how it speaks: gentle, neutral or direct.", "Dites son ton : gentle, neutral ou direct.");
    }

    private static void guides() {
        put(
                "There is nothing to put in the place of {(.*)}: name an attribute, or firstName.",
                "Il n’y a rien à mettre à la place de {$1} : nommez un attribut, ou firstName.");
        put("{(.*)} is protected: it is not read out.", "{$1} est protégé : il ne se lit pas à voix haute.");
        put("What must be said is empty.", "La phrase à dire mot pour mot est vide.");
        put("A step says or asks something.", "Une étape dit ou demande quelque chose.");
        put(
                "A step has at most nine choices: each has a digit.",
                "Une étape a neuf choix au plus : chacun a un chiffre.");
        put("A choice says what the customer answers.", "Un choix dit ce que répond le client.");
        put(
                "Only an end suggests an answer: a step without choices.",
                "Seule une fin propose une réponse : une étape sans choix.");
        put(
                "An end suggests accepted, declined, not-now or not-offered.",
                "Une fin propose accepted, declined, not-now ou not-offered.");
        put("A guide comes to an end: a step without choices.", "Un guide a une fin : une étape sans choix.");
        put("No choice leads to this step.", "Aucun choix ne mène à cette étape.");
        put(
                "From here no choice comes to an end: the guide goes round in circles.",
                "D’ici, aucun choix ne mène à une fin : le guide tourne en rond.");
    }

    private static void shield() {
        put("There is no preset '(.*)'. Known: uk, au, fr.", "Il n’y a pas de préréglage « $1 ». Connus : uk, au, fr.");
        put("Say in which state more is forbidden.", "Dites dans quelle situation davantage est interdit.");
        put("Say what is forbidden there.", "Dites ce qui y est interdit.");
        put(
                "It makes the customer pay more, so it sells: its nature is sale, upsell or credit, not (.*).",
                "Elle fait payer davantage, donc elle vend : sa nature est sale, upsell ou credit, pas $1.");
        put(
                "One of them sells, so the bundle does: its nature is sale, upsell or credit, not (.*).",
                "L’une d’elles vend, donc l’offre groupée aussi : sa nature est sale, upsell ou credit, pas $1.");
        put(
                "The issue hardship helps: it neither sells nor collects.",
                "L’enjeu hardship aide : il ne vend ni ne recouvre.");
        put("The issue collections does not sell.", "L’enjeu collections ne vend pas.");
        put(
                "What asks for repayment does not lower a monthly price.",
                "Ce qui demande un remboursement ne baisse pas un prix mensuel.");
    }

    private static void contact() {
        put("A rule needs a label: the desk says it.", "Une règle a besoin d’un nom : le poste le dit.");
        put(
                "Window and pause together reach back at most (.*) days.",
                "Fenêtre et pause ensemble remontent à $1 jours au plus.");
        put("'(.*)' must be action, group, issue or any.", "« $1 » doit être action, group, issue ou any.");
        put(
                "A rule over everything cannot be for one issue: choose the scope issue.",
                "Une règle sur tout ne peut porter sur un seul enjeu : choisissez la portée issue.");
        put(
                "Say which outcome is counted: declined, presented ...",
                "Dites quelle réponse est comptée : declined, presented…");
        put("A limit needs a label: the desk says it.", "Une limite a besoin d’un nom : le poste le dit.");
        put("'(.*)' must be presented or conversations.", "« $1 » doit être presented ou conversations.");
        put("A constraint needs a label: the desk says it.", "Une contrainte a besoin d’un nom : le poste le dit.");
        put("Name at least one action that draws on it.", "Nommez au moins une action qui y puise.");
        put("Give a stock, a budget or both.", "Donnez un stock, un budget ou les deux.");
        put("A bundle names each member once.", "Une offre groupée nomme chaque membre une fois.");
        put(
                "'(.*)' is a bundle itself; a bundle is made of single actions.",
                "« $1 » est elle-même une offre groupée ; une offre groupée est faite d’actions seules.");
    }

    private static void arbitration() {
        put(
                "Say when it applies: a reason of call, a signal, a state, a journey or the volume of calls.",
                "Dites quand elle s’applique : un motif d’appel, un signal, une situation, un parcours ou le volume d’appels.");
        put(
                "Say in which situation; an issue's own threshold stands with the issue.",
                "Dites dans quel cas ; le seuil propre d’un enjeu se trouve à l’enjeu.");
        put("Name the journey the stage belongs to.", "Nommez le parcours auquel l’étape appartient.");
    }

    private static void journeysAndEvents() {
        put("A journey needs a label.", "Un parcours a besoin d’un nom.");
        put("A journey needs at least one stage.", "Un parcours a besoin d’au moins une étape.");
        put("A stage needs a label.", "Une étape a besoin d’un nom.");
        put(
                "Name a signal or a state that brings a customer into this stage.",
                "Nommez un signal ou une situation qui mène un client à cette étape.");
        put("'(.*)' must be lower-case words joined by -.", "« $1 » doit être en minuscules, les mots joints par -.");
        put(
                "'(.*)' leads into another stage of this journey already.",
                "« $1 » mène déjà à une autre étape de ce parcours.");
        put("An event rule needs a label.", "Une règle d’événement a besoin d’un nom.");
        put(
                "Name a signal: lower-case words joined by -, such as bill-missed.",
                "Nommez un signal : des mots en minuscules joints par -, comme bill-missed.");
        put("'(.*)' must be redecide or outreach.", "« $1 » doit être redecide ou outreach.");
        put("Say in a sentence why somebody should call.", "Dites en une phrase pourquoi il faudrait appeler.");
    }

    private static void personas() {
        put("A persona needs a label.", "Un persona a besoin d’un nom.");
        put(
                "A persona expects something: first, among, never or nothing.",
                "Un persona attend quelque chose : first, among, never ou nothing.");
        put("Say which state: hardship, bereavement ...", "Dites quelle situation : hardship, bereavement…");
        put("Say which signal.", "Dites quel signal.");
        put("Say what was answered: accepted, declined ...", "Dites ce qui a été répondu : accepted, declined…");
        put("There is no attribute '(.*)' in the dictionary.", "Il n’y a pas d’attribut « $1 » dans le dictionnaire.");
        put("Must be a day such as 2026-05-01.", "Doit être un jour comme 2026-05-01.");
        put("Must be a (.*).", "Doit être de type $1.");
        put("Must be first, among, never or nothing.", "Doit être first, among, never ou nothing.");
        put("Must be (.*).", "Doit être\u00a0: $1.");
        put("Where nothing is expected, nothing is named.", "Quand rien n’est attendu, rien n’est nommé.");
        put("Name the actions or issues it is about.", "Nommez les actions ou les enjeux dont il s’agit.");
    }

    /** The sentence in French; the English one where nobody has translated it. */
    static String of(String english) {
        for (Map.Entry<String, String> noun : NOUNS.entrySet()) {
            Matcher missing = Pattern.compile("There is no " + noun.getKey() + " '(.*)'\\.")
                    .matcher(english);
            if (missing.matches()) {
                return "Il n’y a pas " + noun.getValue() + " « " + missing.group(1) + " ».";
            }
        }
        for (Map.Entry<Pattern, String> each : SENTENCES.entrySet()) {
            Matcher matcher = each.getKey().matcher(english);
            if (matcher.matches()) {
                return matcher.replaceFirst(each.getValue());
            }
        }
        return english;
    }
}
