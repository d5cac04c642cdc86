package org.attune.customer;

/** News: the attribute dictionary changed; rules may have to be compiled again. */
public record DictionaryChanged(String key) {}
