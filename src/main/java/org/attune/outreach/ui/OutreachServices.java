package org.attune.outreach.ui;

import java.time.Clock;
import org.attune.access.CurrentUser;
import org.attune.access.Users;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Customers;
import org.attune.outreach.Outreach;
import org.attune.strategy.LiveStrategy;
import org.attune.ui.Formats;
import org.attune.ui.News;
import org.springframework.stereotype.Component;

/** What the pages need from the modules below. */
@Component
record OutreachServices(
        Outreach outreach,
        Customers customers,
        LiveStrategy live,
        Vocabulary vocabulary,
        Formats formats,
        News news,
        CurrentUser user,
        Users users,
        Clock clock) {}
