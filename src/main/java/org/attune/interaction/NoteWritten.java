package org.attune.interaction;

import org.attune.kernel.CustomerId;

/** News: a note about a customer was written or changed. */
public record NoteWritten(CustomerId customer) {}
