package org.attune.care.internal;

import org.attune.care.HelpCalled;
import org.attune.platform.NodeMailArrived;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the pages of this node that an agent at another one asked for a supervisor, or that one comes. */
@Component
public class HelpMail {
    public static final String TOPIC = "help";

    private final ApplicationEventPublisher news;

    HelpMail(ApplicationEventPublisher news) {
        this.news = news;
    }

    @EventListener
    void arrived(NodeMailArrived told) {
        if (told.topic().equals(TOPIC)) {
            news.publishEvent(new HelpCalled(told.words()));
        }
    }
}
