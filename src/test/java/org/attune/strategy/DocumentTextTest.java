package org.attune.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Lever;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.strategy.DocumentText.Format;
import org.attune.strategy.internal.ExactJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class DocumentTextTest {
    private static final List<String> NASTY = List.of(
            "yes",
            "no",
            "null",
            "~",
            "1e3",
            "0x1F",
            "2026-11-28",
            "12:30",
            "- dash",
            "# hash",
            "a: b",
            "{x}",
            "[y]",
            "'single'",
            "\"double\"",
            " leading",
            "trailing ",
            "two\nlines",
            "two\nlines\n",
            "tab\there",
            "back\\slash",
            "l’été à 5 €",
            "🎈",
            "*alias",
            "&anchor",
            "!tag",
            "%dir",
            "@at",
            "`tick",
            "|",
            ">",
            "?",
            ":",
            "-",
            "...",
            "---",
            "line one\n  indented\n\nblank above",
            "nbsp\u00a0here",
            "\u2028",
            "a #b",
            "1_000",
            "+1",
            ".5",
            "\u0007bell",
            "y",
            "on",
            "very long " + "word ".repeat(60));

    private final DocumentText texts =
            new DocumentText(new ExactJson(JsonMapper.builder().build()));

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyTextComesBackAsItWasWritten(Format format) {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < NASTY.size(); i++) {
            actions.add(action("a" + i, NASTY.get(i)));
        }
        StrategyDocument document = Drafting.document();
        document = document.with(new Catalog(document.issues(), document.groups(), actions));

        String written = texts.write(document, format);
        StrategyDocument read = texts.read(written, format).document();

        assertThat(read.actions()).isEqualTo(document.actions());
        assertThat(read).isEqualTo(document);
        assertThat(texts.write(read, format)).isEqualTo(written);
        assertThat(Format.of(written)).isEqualTo(format);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsLeftOutIsAsIfItWereEmpty(Format format) {
        String written = texts.write(StrategyDocument.EMPTY, format);

        assertThat(texts.read(written, format).document()).isEqualTo(StrategyDocument.EMPTY);
        assertThat(texts.read("{\"revision\": 7}", Format.JSON).revision()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anAliasOrADeepNestIsNoTrap(Format format) {
        String trap = format == Format.YAML
                ? "a: &a [x,x]\nb: &b [*a,*a]\nissues: [*b,*b]\n"
                : "{\"issues\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThat(catchThrowableOfType(InvalidException.class, () -> texts.read(trap, format))
                        .problems())
                .isNotEmpty();
    }

    private static Action action(String key, String text) {
        Action plain = Drafting.action(key, 3);
        return new Action(
                key,
                plain.group(),
                plain.nature(),
                new LocalText(text, "fr " + text),
                new LocalText(text + "!", text),
                3,
                0.1,
                1e-9,
                new BigDecimal("1E+2"),
                new BigDecimal("12.500"),
                plain.channels(),
                LocalDate.of(2026, 2, 28),
                null,
                0.30000000000000004,
                plain.actionClass(),
                true,
                new Lever(-5, "Ana", text, LocalDate.of(2026, 1, 1), null),
                new Engagement(text, "", "a &&\n  b"),
                plain.treatments(),
                List.of());
    }
}
