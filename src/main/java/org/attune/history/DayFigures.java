package org.attune.history;

import java.time.LocalDate;

/** Offers of one local day that were presented and, of these, accepted. */
public record DayFigures(LocalDate day, long presented, long accepted) {}
