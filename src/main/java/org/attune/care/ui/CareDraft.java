package org.attune.care.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.attune.care.engine.Frequency;
import org.attune.care.engine.HelpTerm;
import org.jspecify.annotations.Nullable;

/** What an agent has typed and not kept yet, in one conversation. Lives in memory only: without consent nothing is written down. */
final class CareDraft {
    boolean open;
    int tab;
    int adults = 1;
    int children;
    final Map<String, BigDecimal> amounts = new HashMap<>();
    final Map<String, Frequency> frequencies = new HashMap<>();
    final Map<String, String> comments = new HashMap<>();
    boolean budgetBegun;

    HelpTerm term = HelpTerm.SHORT;

    @Nullable
    BigDecimal owed;

    @Nullable
    BigDecimal wished;

    Frequency frequency = Frequency.MONTH;

    @Nullable
    LocalDate start;

    String reason = "";

    final Map<String, Object> answers = new LinkedHashMap<>();
    final Set<String> skipped = new HashSet<>();
    boolean answersBegun;
}
