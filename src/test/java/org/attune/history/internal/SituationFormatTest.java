package org.attune.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SituationFormatTest {

    private final JsonMapper json = JsonMapper.builder().build();
    private final SituationFormat format = new SituationFormat(json);
    private final SituationReader reader = new SituationReader(json, format);

    @Test
    void theFormStaysAsItIs() {
        byte[] bytes = format.write(Map.of("age", 41, "balance", 12.5, "job", "né", "owner", true));
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("010004" + "0003616765" + "0200000029" + "000762616c616e6365" + "044029000000000000"
                        + "00036a6f62" + "0500036ec3a9" + "00056f776e6572" + "01");
    }

    @Test
    void itReadsBackWhatJsonWouldGive() {
        Random random = new Random(3);
        for (int run = 0; run < 2_000; run++) {
            Map<String, Object> situation = new HashMap<>();
            for (int i = random.nextInt(80); i > 0; i--) {
                situation.put("p" + random.nextInt(200) + "é".repeat(random.nextInt(3)), value(random));
            }
            assertThat(format.read(format.write(situation))).isEqualTo(reader.read(json.writeValueAsBytes(situation)));
        }
    }

    private static Object value(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> random.nextBoolean();
            case 1 -> random.nextInt();
            case 2 -> random.nextLong();
            case 3 -> random.nextGaussian() * 1e6;
            case 4 -> BigDecimal.valueOf(random.nextInt(100_000), 2);
            case 5 -> "c" + random.nextInt(20);
            case 6 -> "日本語 \uD83D\uDE00 " + random.nextInt(5);
            case 7 -> "x".repeat(random.nextInt(70_000));
            default -> List.of("a", random.nextInt(9));
        };
    }

    @Test
    void damagedOnesAreRefused() {
        byte[] bytes = format.write(Map.of("job", "nurse", "balance", 1.5));
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> format.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        bytes[0] = 2;
        assertThatThrownBy(() -> format.read(bytes)).hasMessageContaining("form 2");
    }
}
