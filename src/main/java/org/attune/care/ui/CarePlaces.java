package org.attune.care.ui;

import org.attune.access.Role;
import org.attune.ui.Icons;
import org.attune.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry in the rail. */
@Configuration(proxyBeanMethods = false)
class CarePlaces {
    @Bean
    NavigationEntry careInsight() {
        return new NavigationEntry("care.nav", Icons.CARE, "insight/care", 130, Role.SUPERVISOR);
    }
}
