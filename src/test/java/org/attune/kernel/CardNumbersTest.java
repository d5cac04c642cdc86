package org.attune.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Card numbers leave a text in whatever dress; other numbers stay. The numbers are invented with a seed. */
class CardNumbersTest {
    private static final List<UnaryOperator<String>> DISGUISES = List.of(
            card -> card,
            card -> grouped(card, " "),
            card -> grouped(card, "-"),
            card -> grouped(card, "."),
            card -> grouped(card, "\n"),
            card -> grouped(card, "\u00A0"),
            card -> grouped(card, " - "),
            card -> grouped(card, " ") + " 12/27 123",
            card -> "4 digits 1234, then " + grouped(card, "\u2013"),
            card -> other(card, '\uFF10'),
            card -> other(card, '\u0660'),
            card -> String.join(" ", card.split("")));

    private final Random random = new Random(11);

    @Test
    void findsCardsInEveryDisguise() {
        for (int i = 0; i < 10_000; i++) {
            String card = card(List.of("4", "51", "37", "6011", "35").get(i % 5), i % 5 == 2 ? 15 : 16);
            String dressed = DISGUISES.get(i % DISGUISES.size()).apply(card);
            String text = "The number is " + dressed + " thank you";
            assertThat(CardNumbers.redact(text)).as(text).contains(CardNumbers.REMOVED);
        }
    }

    @Test
    void leavesOtherNumbersAlone() {
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            String number = switch (i % 4) {
                case 0 -> "+33" + (600_000_000 + random.nextInt(99_999_999));
                case 1 -> iban();
                case 2 -> "contract " + (1_000_000 + random.nextInt(8_999_999));
                default -> "on 2026-03-0" + (1 + random.nextInt(9)) + " at 1" + random.nextInt(10) + ":30";
            };
            if (!CardNumbers.redact("I have " + number + " here").contains(number)) {
                taken++;
            }
        }
        assertThat(taken).as("of 10,000").isLessThanOrEqualTo(50);
    }

    @Test
    void keepsTheWordsAroundIt() {
        assertThat(CardNumbers.redact("pay with 4111 1111 1111 1111, please"))
                .isEqualTo("pay with [•••• •••• •••• ••••], please");
        assertThat(CardNumbers.redact("no number")).isEqualTo("no number");
    }

    @Test
    void takesTheSecurityCodeToo() {
        assertThat(CardNumbers.redact("4111 1111 1111 1111, 12/27, 123"))
                .doesNotContain("123")
                .contains("12/27");
        assertThat(CardNumbers.redact("the CVV is 123.")).isEqualTo("the CVV is [•••].");
        assertThat(CardNumbers.redact("cryptogramme visuel : 4321")).doesNotContain("4321");
        assertThat(CardNumbers.redact("code de sécurité n° 987")).doesNotContain("987");
        for (String kept : List.of("room 123", "code 4321", "a CVV has 3 digits", "cvc 12345", "12/27 123 people")) {
            assertThat(CardNumbers.redact(kept)).isEqualTo(kept);
        }
    }

    @Test
    void groupsOfAnyLengthHideNothingAndHalfACardIsNone() {
        assertThat(CardNumbers.redact("411111 111111 1111")).isEqualTo(CardNumbers.REMOVED);
        assertThat(CardNumbers.redact("4111-11111111-1111 ok")).isEqualTo(CardNumbers.REMOVED + " ok");
        assertThat(CardNumbers.redact("call 0612345678 4111 1111 1111 1111"))
                .contains("0612345678", CardNumbers.REMOVED);
        assertThat(CardNumbers.redact("4111 1111 1111")).isEqualTo("4111 1111 1111");
        assertThat(CardNumbers.redact("4111 1111 1111 1112"))
                .as("fails the check")
                .contains("1112");
    }

    private String card(String begins, int length) {
        StringBuilder card = new StringBuilder(begins);
        while (card.length() < length - 1) {
            card.append(random.nextInt(10));
        }
        for (int check = 0; check < 10; check++) {
            if (luhn(card.toString() + check)) {
                return card.toString() + check;
            }
        }
        throw new IllegalStateException();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 0 ? digit : 2 * digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    private String iban() {
        StringBuilder account = new StringBuilder();
        while (account.length() < 23) {
            account.append(random.nextInt(10));
        }
        String numbers = account + "152700"; // FR00
        int rest = 0;
        for (char each : numbers.toCharArray()) {
            rest = (10 * rest + each - '0') % 97;
        }
        String iban = "FR" + "%02d".formatted(98 - rest) + account;
        return grouped(iban, " ");
    }

    private static String grouped(String text, String between) {
        return java.util.Arrays.stream(text.split("(?<=\\G.{4})")).collect(Collectors.joining(between));
    }

    private static String other(String digits, char zero) {
        return digits.chars()
                .mapToObj(digit -> String.valueOf((char) (zero + digit - '0')))
                .collect(Collectors.joining());
    }
}
