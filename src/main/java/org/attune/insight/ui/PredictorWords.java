package org.attune.insight.ui;

import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.Language;
import org.attune.learning.PredictorReport;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** Predictors and their values in the words of the reader. */
final class PredictorWords {
    private final AttributeDictionary dictionary;
    private final Vocabulary vocabulary;
    private final Formats formats;
    private final Language language = Words.language();

    PredictorWords(AttributeDictionary dictionary, Vocabulary vocabulary, Formats formats) {
        this.dictionary = dictionary;
        this.vocabulary = vocabulary;
        this.formats = formats;
    }

    String name(String predictor) {
        if (predictor.startsWith("signal.")) {
            return vocabulary
                    .label(Kind.SIGNAL, predictor.substring("signal.".length()))
                    .in(language);
        }
        if (predictor.startsWith("holds.")) {
            return Texts.of(
                    "insight.predictor.holds",
                    vocabulary
                            .label(Kind.PRODUCT, predictor.substring("holds.".length()))
                            .in(language));
        }
        if (predictor.equals("context.reason") || predictor.equals("context.channel")) {
            return Texts.of("insight.predictor." + predictor);
        }
        AttributeDefinition definition = dictionary.find(predictor);
        return definition == null ? predictor : definition.label().in(language);
    }

    String bin(String predictor, PredictorReport.Bin bin) {
        Double from = bin.from();
        Double to = bin.to();
        if (from != null && to != null) {
            return from.equals(to) ? number(from) : Texts.of("insight.predictor.range", number(from), number(to));
        }
        String value = bin.value();
        if (value == null) {
            boolean event = predictor.startsWith("signal.") || predictor.startsWith("holds.");
            return Texts.of(event ? "insight.predictor.no" : "insight.predictor.missing");
        }
        if (value.equals("true") || value.equals("false")) {
            return Texts.of(value.equals("true") ? "insight.predictor.yes" : "insight.predictor.no");
        }
        return switch (predictor) {
            case "context.reason" ->
                vocabulary.label(Kind.REASON_OF_CALL, value).in(language);
            case "context.channel" -> vocabulary.label(Kind.CHANNEL, value).in(language);
            default -> vocabulary.attributeValue(predictor, value).in(language);
        };
    }

    private String number(double value) {
        return formats.decimal(value, value == Math.rint(value) ? 0 : Math.abs(value) < 10 ? 2 : 1);
    }
}
