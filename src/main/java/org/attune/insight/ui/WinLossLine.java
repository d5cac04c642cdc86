package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.attune.insight.internal.Explained;
import org.attune.insight.internal.WinLoss;
import org.attune.insight.internal.WinLoss.Factor;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** Why the first beats the second, in one sentence, with the ratios of the factors behind it. */
class WinLossLine extends Div {
    private static final long serialVersionUID = 1L;

    WinLossLine(WinLoss found, Formats formats) {
        addClassName("win-loss");
        Paragraph sentence = new Paragraph(sentence(found));
        sentence.addClassName("strong");
        add(sentence);
        if (found.kind() == WinLoss.Kind.CHANCE || found.kind() == WinLoss.Kind.BAND) {
            return;
        }
        Div ratios = new Div();
        ratios.addClassNames("row", "wrap", "small", "muted", "tnum");
        ratios.add(new Span(Texts.of("insight.winloss.ratios")));
        found.ratios()
                .forEach((factor, ratio) -> ratios.add(new Span(name(factor) + " × " + formats.decimal(ratio, 2))));
        for (WinLoss.Turn turn : found.turns()) {
            ratios.add(new Span(Texts.of("insight.decision.turn", name(turn.factor()), title(turn.line()))));
        }
        add(ratios);
    }

    /** The sentence. */
    static String sentence(WinLoss found) {
        String first = title(found.first());
        String second = title(found.second());
        String key = "insight.winloss." + found.kind().name().toLowerCase(Locale.ROOT);
        return Texts.of(key, first, second, listed(found.decided()), listed(found.against()));
    }

    /** {@code value and lever}. */
    private static String listed(List<Factor> factors) {
        List<String> words = factors.stream().map(WinLossLine::name).toList();
        if (words.size() < 2) {
            return String.join("", words);
        }
        return Texts.of("insight.winloss.and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    private static String name(Factor factor) {
        return Texts.of("insight.factor." + factor.name().toLowerCase(Locale.ROOT));
    }

    private static String title(Explained.Line line) {
        return line.title().in(Words.language());
    }
}
