package org.attune.customer.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are searched: lower case, without accents, words of letters and digits with one space between. */
public final class NameKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameKey() {}

    /** The key of a name; empty when it has neither letters nor digits. */
    public static String of(String name) {
        String key = ascii(name) ? name : MARKS.matcher(decomposed(name)).replaceAll("");
        return OTHERS.matcher(key.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The words of a key. */
    static List<String> words(String key) {
        return key.isEmpty() ? List.of() : List.of(key.split(" "));
    }

    /** What the word index holds for a customer: the words of the name and each phone number read backwards. */
    public static String[] indexed(String nameKey, Collection<String> phones) {
        Set<String> all = new LinkedHashSet<>(words(nameKey));
        phones.forEach(each -> all.add(phoneWord(each)));
        return all.toArray(String[]::new);
    }

    /** A phone number's digits backwards, so that its last digits are a prefix. */
    static String phoneWord(String phone) {
        StringBuilder digits = new StringBuilder();
        phone.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return "#" + digits.reverse();
    }

    /** A query of the word index: every one of the words must be the beginning of an indexed one. */
    static String query(Collection<String> words) {
        List<String> terms = new ArrayList<>();
        words.forEach(each -> terms.add("'" + each.replace("\\", "\\\\").replace("'", "''") + "':*"));
        return String.join(" & ", terms);
    }

    private static String decomposed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .replace("ø", "o")
                .replace("Ø", "o")
                .replace("ł", "l")
                .replace("Ł", "l");
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
