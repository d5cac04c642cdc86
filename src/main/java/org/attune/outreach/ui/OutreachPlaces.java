package org.attune.outreach.ui;

import org.attune.access.Role;
import org.attune.ui.Icons;
import org.attune.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries in the rail. */
@Configuration(proxyBeanMethods = false)
class OutreachPlaces {
    @Bean
    NavigationEntry outreachWorklist() {
        return new NavigationEntry("outreach.nav", Icons.PHONE, "desk/outreach", 20, Role.AGENT);
    }

    @Bean
    NavigationEntry outreachInsight() {
        return new NavigationEntry("outreach.nav.insight", Icons.PHONE, "insight/outreach", 140, Role.SUPERVISOR);
    }
}
