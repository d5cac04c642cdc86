package org.attune.customer.internal;

import java.util.List;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * One good row of a customers file. What has no column is null.
 *
 * @param attributes JSON of those that are known
 * @param consents JSON
 * @param states keys of the states the customer is in
 */
record ImportRow(
        String ref,
        @Nullable String displayName,
        @Nullable Language language,
        @Nullable List<String> phones,
        String attributes,
        String consents,
        @Nullable List<String> states) {}
