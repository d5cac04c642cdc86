package org.attune.studio;

import org.attune.access.Role;
import org.attune.ui.Icons;
import org.attune.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of the studio in the rail. */
@Configuration(proxyBeanMethods = false)
class StudioConfiguration {

    @Bean
    NavigationEntry studioActions() {
        return new NavigationEntry("studio.nav.actions", Icons.CATALOG, "studio/actions", 10, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioArbitration() {
        return new NavigationEntry("studio.nav.arbitration", Icons.SETTINGS, "studio/arbitration", 12, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioProtection() {
        return new NavigationEntry("studio.nav.protection", Icons.SHIELD, "studio/protection", 14, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioRevisions() {
        return new NavigationEntry("revisions.nav", Icons.HISTORY, RevisionsView.PATH, 17, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioPersonas() {
        return new NavigationEntry("revisions.nav.personas", Icons.USERS, PersonasView.PATH, 18, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioContact() {
        return new NavigationEntry("studio.nav.contact", Icons.CLOCK, "studio/contact", 13, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioEvents() {
        return new NavigationEntry("studio.nav.events", Icons.BOLT, "studio/events", 16, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioWrapUp() {
        return new NavigationEntry("studio.nav.wrapup", Icons.PHONE, WrapUpView.PATH, 15, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioImports() {
        return new NavigationEntry("studio.nav.imports", Icons.IMPORT, "studio/imports", 20, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioAttributes() {
        return new NavigationEntry("studio.nav.attributes", Icons.ATTRIBUTES, "studio/attributes", 30, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioAudit() {
        return new NavigationEntry("studio.nav.audit", Icons.AUDIT, "studio/audit", 40, Role.ADMIN);
    }
}
