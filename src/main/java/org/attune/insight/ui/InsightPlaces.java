package org.attune.insight.ui;

import org.attune.access.Role;
import org.attune.ui.Icons;
import org.attune.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries in the rail. */
@Configuration(proxyBeanMethods = false)
class InsightPlaces {

    @Bean
    NavigationEntry insightActions() {
        return entry("insight.nav.actions", Icons.LIFT, InsightNavigation.ACTIONS, 110);
    }

    @Bean
    NavigationEntry insightDecisions() {
        return entry("insight.nav.decisions", Icons.DECISIONS, InsightNavigation.DECISIONS, 120);
    }

    @Bean
    NavigationEntry insightModels() {
        return entry("insight.nav.models", Icons.MODELS, InsightNavigation.MODELS, 130);
    }

    @Bean
    NavigationEntry insightProtection() {
        return entry("insight.nav.protection", Icons.SHIELD, InsightNavigation.PROTECTION, 140);
    }

    @Bean
    NavigationEntry insightEvidence() {
        return entry("insight.nav.evidence", Icons.FAIR, InsightNavigation.EVIDENCE, 115);
    }

    @Bean
    NavigationEntry insightFeedback() {
        return entry("insight.nav.feedback", Icons.FLAG, InsightNavigation.FEEDBACK, 150);
    }

    @Bean
    NavigationEntry insightConversations() {
        return entry("insight.nav.conversations", Icons.CHAT, InsightNavigation.CONVERSATIONS, 145);
    }

    private static NavigationEntry entry(String label, Icons icon, String path, int order) {
        return new NavigationEntry(label, icon, path, order, Role.SUPERVISOR, Role.ADMIN);
    }
}
