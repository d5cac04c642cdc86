package org.attune.telephony;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature Twilio puts into {@code X-Twilio-Signature}: base64 of HMAC-SHA-1 over the address and the sorted parameters, each
 * name followed by its value (twilio.com/docs/usage/webhooks/webhooks-security).
 */
public final class TwilioSignature {
    private TwilioSignature() {}

    /** What the signature must be. */
    public static String of(String authToken, String address, Map<String, List<String>> parameters) {
        StringBuilder signed = new StringBuilder(address);
        new TreeMap<>(parameters)
                .forEach((name, values) -> values.stream()
                        .sorted()
                        .distinct()
                        .forEach(value -> signed.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the signature is right; compared in constant time. */
    public static boolean fits(
            String authToken, String address, Map<String, List<String>> parameters, @Nullable String signature) {
        return signature != null
                && MessageDigest.isEqual(
                        of(authToken, address, parameters).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }
}
