package org.attune.demo.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.attune.access.CurrentUser;
import org.attune.access.Role;
import org.attune.demo.LiveDemo;
import org.attune.ui.BannerPart;
import org.attune.ui.News;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** Puts the live demo's switch beside the note about demo data, for supervisors and admins. */
@org.springframework.stereotype.Component
@ConditionalOnBooleanProperty("attune.demo")
class LiveDemoBanner implements BannerPart {
    private final LiveDemo demo;
    private final News news;
    private final CurrentUser user;

    LiveDemoBanner(LiveDemo demo, News news, CurrentUser user) {
        this.demo = demo;
        this.news = news;
        this.user = user;
    }

    @Override
    public Optional<Component> create() {
        return user.is(Role.SUPERVISOR) || user.is(Role.ADMIN)
                ? Optional.of(new LiveDemoSwitch(demo, news, user.username()))
                : Optional.empty();
    }
}
