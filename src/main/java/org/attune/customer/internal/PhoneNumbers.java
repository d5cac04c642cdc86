package org.attune.customer.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads phone numbers in any usual writing. */
@Component
public class PhoneNumbers {
    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final String region;

    PhoneNumbers(@Value("${attune.region:FR}") String region) {
        this.region = region;
        if (!util.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("attune.region: '" + region + "' is not a country code such as FR.");
        }
    }

    /** The number in E.164 ({@code +33612345678}), null when it is none that could be dialled. */
    public @Nullable String normalise(String text) {
        try {
            var number = util.parse(text, region);
            return util.isPossibleNumber(number) ? util.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
