package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.attune.AttuneTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers, money and times in both languages. */
@AttuneTest
@ViewPackages(packages = "org.attune.ui")
class FormatsTest extends SpringBrowserlessTest {
    @Autowired
    private Formats formats;

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void writesAsTheReaderDoes() {
        assertThat(formats.count(412_806)).isEqualTo("412,806");
        assertThat(formats.percent(0.2378)).isEqualTo("23.8 %");
        assertThat(formats.signedPercent(0.34, 0)).isEqualTo("+34 %");
        assertThat(formats.signedPercent(-0.021, 1)).isEqualTo("−2.1 %");
        assertThat(formats.percent(Double.NaN)).isEqualTo("–");
        assertThat(formats.euro(118.2)).isEqualTo("€118.20");
        assertThat(formats.wholeEuro(277)).isEqualTo("€277");
        assertThat(formats.date(LocalDate.of(2026, 11, 22))).isEqualTo("22 Nov 2026");
        assertThat(formats.duration(Duration.ofSeconds(222))).isEqualTo("03:42");
    }

    @Test
    void writesFrenchForTheFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        assertThat(formats.count(412_806)).matches("412\\h806");
        assertThat(formats.percent(0.2378)).matches("23,8\\h%");
        assertThat(formats.euro(118.2)).matches("118,20\\h€");
        assertThat(formats.date(LocalDate.of(2026, 11, 22))).isEqualTo("22 nov. 2026");
        assertThat(formats.ago(Instant.now().minus(Duration.ofHours(2)))).isEqualTo("il y a 2 h");
    }

    @Test
    void agesAreShort() {
        assertThat(age(Duration.ofSeconds(20))).isEqualTo("now");
        assertThat(age(Duration.ofMinutes(6))).isEqualTo("6 min");
        assertThat(age(Duration.ofHours(23))).isEqualTo("23 h");
        assertThat(age(Duration.ofDays(6))).isEqualTo("6 d");
        assertThat(age(Duration.ofDays(35))).isEqualTo("5 w");
        assertThat(age(Duration.ofDays(92))).isEqualTo("3 mo");
        assertThat(age(Duration.ofDays(800))).isEqualTo("2 y");
    }

    private String age(Duration passed) {
        return formats.age(Instant.now().minus(passed).minusSeconds(5));
    }
}
