package org.attune.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures are those of Standard Webhooks. */
class SignatureTest {
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @Test
    void isThatOfThePublishedVector() {
        assertThat(Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void hasBothWhileASecretIsRotated() {
        String one = Signature.newSecret();
        String two = Signature.newSecret();
        assertThat(Signature.of(List.of(one, two), "id", 1, BODY))
                .isEqualTo(Signature.of(List.of(one), "id", 1, BODY) + " " + Signature.of(List.of(two), "id", 1, BODY));
    }

    @Test
    void newSecretsAreLongAndDiffer() {
        String secret = Signature.newSecret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
