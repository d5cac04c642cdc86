package org.attune.channel.ui;

import org.attune.access.Role;
import org.attune.ui.Icons;
import org.attune.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of the channel in the rail. */
@Configuration(proxyBeanMethods = false)
class ChannelPlaces {

    @Bean
    NavigationEntry studioClients() {
        return new NavigationEntry("channel.nav.clients", Icons.LOCK, "studio/clients", 60, Role.ADMIN);
    }

    @Bean
    NavigationEntry studioWebhooks() {
        return new NavigationEntry("channel.nav.webhooks", Icons.EXTERNAL, "studio/webhooks", 61, Role.ADMIN);
    }
}
