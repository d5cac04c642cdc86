package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.care.Benefit;
import org.attune.care.Findings.Finding;
import org.attune.care.Findings.Says;
import org.attune.care.Question;
import org.attune.ui.Texts;

/** One aid: name and estimate; opened, what it is, what to bring, who decides, and why it stands here. */
final class AidDetails extends NativeDetails {
    private static final long serialVersionUID = 1L;

    AidDetails(Finding finding, CareServices services) {
        addClassName("care-aid");
        Benefit aid = finding.benefit();
        Span name = new Span(Words.of(aid.name()));
        name.addClassName("strong");
        Span amount = Words.muted(amount(aid.amount(), services));
        Div head = Words.row(name, amount);
        setSummary(head);
        Div body = new Div(
                new Span(Words.of(aid.what())),
                Words.muted(Texts.of(
                        "care.aids.bring", aid.bring().stream().map(Words::of).collect(Collectors.joining(", ")))),
                Words.muted(Texts.of(
                        "care.aids.source", aid.source(), services.formats().date(aid.checkedOn()))),
                Words.muted(Texts.of(
                        finding.says() == Says.CHECK ? "care.aids.open" : "care.aids.because",
                        finding.because().stream()
                                .filter(services.benefits().questions()::containsKey)
                                .map(key -> question(services, key))
                                .collect(Collectors.joining(" ")))));
        body.addClassNames("stack", "tight");
        setContent(body);
    }

    private static String question(CareServices services, String key) {
        Question question = services.benefits().questions().get(key);
        return question == null ? key : Words.of(question.label());
    }

    private static String sign(String currency) {
        return Currency.getInstance(currency).getSymbol(Locale.FRANCE);
    }

    private static String amount(Benefit.Amount amount, CareServices services) {
        if (amount.to() == 0) {
            return Texts.of("care.amount.none");
        }
        String per = Texts.of("care.amount." + amount.per());
        String to = services.formats().count(amount.to());
        return amount.from() == amount.to() || amount.from() == 0
                ? Texts.of("care.amount.upto", to, sign(amount.currency()), per)
                : Texts.of(
                        "care.amount.range", services.formats().count(amount.from()), to, sign(amount.currency()), per);
    }
}
