package org.attune.care.ui;

import java.time.Clock;
import org.attune.access.CurrentUser;
import org.attune.access.Users;
import org.attune.care.AgentCare;
import org.attune.care.Arrangements;
import org.attune.care.Benefits;
import org.attune.care.Budgets;
import org.attune.care.CareCases;
import org.attune.care.Duties;
import org.attune.care.HelpLadder;
import org.attune.care.Referrals;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Customers;
import org.attune.interaction.Interactions;
import org.attune.ui.Formats;
import org.attune.ui.News;
import org.springframework.stereotype.Component;

/** What the pages of care need from the modules below. */
@Component
record CareServices(
        Budgets budgets,
        Arrangements arrangements,
        CareCases cases,
        HelpLadder ladder,
        Benefits benefits,
        Referrals referrals,
        Duties duties,
        AgentCare agentCare,
        CareLimits settings,
        Days days,
        Customers customers,
        Interactions interactions,
        Vocabulary vocabulary,
        Formats formats,
        News news,
        CurrentUser user,
        Users users,
        Clock clock) {}
