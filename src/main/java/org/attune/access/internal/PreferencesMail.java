package org.attune.access.internal;

import org.attune.access.PreferencesChanged;
import org.attune.platform.NodeMailArrived;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody has chosen on another node reaches their windows here. */
@Component
public class PreferencesMail {
    public static final String TOPIC = "preferences";

    private final ApplicationEventPublisher news;

    PreferencesMail(ApplicationEventPublisher news) {
        this.news = news;
    }

    @EventListener
    void arrived(NodeMailArrived told) {
        if (told.topic().equals(TOPIC)) {
            news.publishEvent(new PreferencesChanged(told.words()));
        }
    }
}
