package org.attune.customer;

import org.attune.kernel.CustomerId;

/** News: profile, holdings, consents or states of a customer changed. Published after commit; not for bulk imports. */
public record CustomerChanged(CustomerId customer) {}
