package org.attune.history;

import java.time.LocalDate;
import java.time.ZoneId;
import org.attune.kernel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to count.
 *
 * @param from first local day, null for since ever
 * @param to last local day, null for until now
 * @param channel null for all
 * @param zone the tenant's zone, in which days begin
 */
public record FigureFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Channel channel,
        ZoneId zone) {}
