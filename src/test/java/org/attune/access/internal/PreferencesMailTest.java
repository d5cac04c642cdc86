package org.attune.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.attune.AttuneTest;
import org.attune.access.Preferences;
import org.attune.access.PreferencesChanged;
import org.attune.platform.NodeMailArrived;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;

/** Keys that were changed in a window reach the windows of the same person on other nodes. */
@AttuneTest
class PreferencesMailTest {
    @Autowired
    Preferences preferences;

    @Autowired
    DataSource database;

    @Test
    void whatIsChosenHereIsToldToOtherNodes() throws SQLException {
        try (Connection other = database.getConnection();
                Statement listen = other.createStatement()) {
            listen.execute("listen attune_mail");
            preferences.put("admin2", "test.told", "yes");
            preferences.forget("admin2", "test.");
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 50 && told.size() < 2; i++) {
                PGNotification[] some = other.unwrap(PGConnection.class).getNotifications(200);
                for (PGNotification each : some == null ? new PGNotification[0] : some) {
                    if (each.getParameter().endsWith(" preferences admin2")) {
                        told.add(each.getParameter());
                    }
                }
            }
            listen.execute("unlisten attune_mail");
            assertThat(told).hasSize(2);
        }
    }

    @Test
    void whatWasChosenOnAnotherNodeIsNewsHere() {
        List<Object> heard = new ArrayList<>();
        PreferencesMail mail = new PreferencesMail(heard::add);
        mail.arrived(new NodeMailArrived("help", "admin2"));
        mail.arrived(new NodeMailArrived(PreferencesMail.TOPIC, "admin2"));
        assertThat(heard).containsExactly(new PreferencesChanged("admin2"));
    }
}
