package org.attune.care;

import org.attune.kernel.CustomerId;

/** News: something that care keeps about a customer changed. */
public record CareChanged(CustomerId customer) {}
