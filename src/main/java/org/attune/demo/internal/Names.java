package org.attune.demo.internal;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;
import org.attune.kernel.Language;

/** Names, cities and telephone numbers of people who do not exist; the numbers come from ranges kept for fiction. */
final class Names {
    /** French first names of women (and of both) among those the library knows; it does not tell them apart itself. */
    private static final Set<String> WOMEN = Set.of(
            "Léa",
            "Clara",
            "Manon",
            "Chloé",
            "Camille",
            "Ines",
            "Sarah",
            "Jade",
            "Lola",
            "Anaïs",
            "Lucie",
            "Océane",
            "Lilou",
            "Marie",
            "Eva",
            "Romane",
            "Lisa",
            "Zoe",
            "Julie",
            "Mathilde",
            "Louise",
            "Juliette",
            "Clémence",
            "Célia",
            "Laura",
            "Lena",
            "Maëlys",
            "Charlotte",
            "Ambre",
            "Maeva",
            "Pauline",
            "Lina",
            "Jeanne",
            "Lou",
            "Noémie",
            "Justine",
            "Louna",
            "Elisa",
            "Alice",
            "Emilie",
            "Carla",
            "Maëlle",
            "Alicia",
            "Mélissa");

    /** Kept free of subscribers for films and books by the French regulator. */
    private static final List<String> FRENCH =
            List.of("+3363998", "+3319900", "+3326191", "+3335301", "+3346571", "+3353649");

    /** The same by the British one. */
    private static final List<String> BRITISH = List.of("+441632960", "+442079460", "+441214960");

    private final Faker french;
    private final Faker english;
    private final Chance chance;

    Names(long seed) {
        french = new Faker(Locale.FRANCE, new Random(seed));
        english = new Faker(Locale.UK, new Random(seed));
        chance = new Chance(new Random(seed));
    }

    /** Who somebody is. */
    record Name(String display, String gender, Language language, String city) {}

    /** The next person; three in four speak French. */
    Name next() {
        String city = french.address().cityName();
        if (chance.of(0.25)) {
            boolean woman = chance.of(0.5);
            String first =
                    woman ? english.name().femaleFirstName() : english.name().maleFirstName();
            return new Name(first + " " + english.name().lastName(), woman ? "woman" : "man", Language.EN, city);
        }
        String first = french.name().firstName();
        String last = french.name().lastName();
        while (last.equals(first) || last.equals("Dvnis")) {
            last = french.name().lastName();
        }
        return new Name(first + " " + capitals(last), WOMEN.contains(first) ? "woman" : "man", Language.FR, city);
    }

    /** The number of the person with this index; no two below 2,000 are alike, and none is a persona's. */
    static String phone(Language language, int index) {
        int ranges = language == Language.EN ? BRITISH.size() : FRENCH.size();
        int inRange = index / ranges;
        return language == Language.EN
                ? BRITISH.get(index % ranges) + "%03d".formatted(inRange % 1_000)
                : FRENCH.get(index % ranges) + "%04d".formatted((inRange * 7 + 3_000) % 10_000);
    }

    private static String capitals(String name) {
        StringBuilder written = new StringBuilder(name);
        for (int i = 1; i < written.length(); i++) {
            if (written.charAt(i - 1) == ' ') {
                written.setCharAt(i, Character.toUpperCase(written.charAt(i)));
            }
        }
        return written.toString();
    }
}
