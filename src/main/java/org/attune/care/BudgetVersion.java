package org.attune.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Budget.Result;
import org.attune.kernel.CustomerId;

/**
 * A customer's income and expenditure as it was told at one time. Never changed; a later one takes its place.
 *
 * @param version counts from 1 for each customer
 * @param consent how the customer agreed to its being kept
 * @param expiresOn the last day on which it counts; afterwards it is deleted
 */
public record BudgetVersion(
        UUID id,
        CustomerId customer,
        int version,
        Household household,
        List<Line> lines,
        Result result,
        String consent,
        LocalDate expiresOn,
        String madeBy,
        Instant madeAt) {}
