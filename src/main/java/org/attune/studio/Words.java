package org.attune.studio;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Nature;
import org.attune.kernel.Channel;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Tone;
import org.attune.ui.Texts;

/** The studio's words for what the modules below call by keys. */
final class Words {
    private Words() {}

    static String in(LocalText text) {
        return text.in(Language.of(Texts.locale()));
    }

    static String of(Channel channel) {
        return Texts.of("studio.channel." + channel.key());
    }

    static String of(Nature nature) {
        return Texts.of("studio.nature." + nature.key());
    }

    static String of(ActionClass actionClass) {
        return Texts.of("studio.class." + actionClass.key());
    }

    static String of(Tone tone) {
        return Texts.of("studio.tone." + tone.key());
    }

    static String of(ActionState state) {
        return Texts.of("studio.state." + state.key());
    }

    /** All channels of a set, in the usual order. */
    static String channels(Collection<Channel> channels) {
        return inOrder(channels).stream().map(Words::of).collect(Collectors.joining(", "));
    }

    /** The first two channels and how many more. */
    static String channelsShort(Collection<Channel> channels) {
        List<Channel> all = inOrder(channels);
        if (all.size() == Channel.values().length) {
            return Texts.of("studio.channels.all");
        }
        String first = all.stream().limit(2).map(Words::of).collect(Collectors.joining(", "));
        return all.size() > 2 ? Texts.of("studio.channels.more", first, all.size() - 2) : first;
    }

    /** A percentage with its sign, {@code +20 %}. */
    static String percent(int percent) {
        return (percent > 0 ? "+" : percent < 0 ? "−" : "") + Math.abs(percent) + " %";
    }

    /** A key made of a name: {@code Échéance déplacée} becomes {@code echeance-deplacee}. */
    static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty()
                ? "new"
                : plain.substring(0, Math.min(plain.length(), 50)).replaceAll("-+$", "");
    }

    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.strip().toLowerCase(Locale.ROOT));
    }

    private static List<Channel> inOrder(Collection<Channel> channels) {
        return Arrays.stream(Channel.values()).filter(channels::contains).toList();
    }
}
