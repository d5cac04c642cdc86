package org.attune.history;

import java.util.Set;

/** News: something was reserved, taken or given back of these supplies. Published after commit. */
public record SuppliesChanged(Set<String> keys) {}
