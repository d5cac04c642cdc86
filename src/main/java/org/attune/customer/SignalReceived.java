package org.attune.customer;

import org.attune.kernel.CustomerId;

/** News: a signal was stored for the first time. Published after commit. */
public record SignalReceived(CustomerId customer, String type) {}
