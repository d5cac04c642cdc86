package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.kernel.Channel.CALL_CENTER;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.history.History;
import org.attune.kernel.Outcome;
import org.attune.learning.Engines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class ModelsViewTest extends SpringBrowserlessTest {
    @Autowired
    private History history;

    @Autowired
    private Engines engines;

    @Test
    void aModelSaysInWordsHowFarItCanBeReliedOn() {
        LogOfActions log = new LogOfActions(history);
        for (int i = 0; i < 3; i++) {
            log.offered(CALL_CENTER, "main", i == 0 ? Outcome.ACCEPTED : Outcome.DECLINED);
        }
        UI.getCurrent().navigate("insight/models", QueryParameters.of("action", log.action()));

        ModelDetail detail = find(ModelDetail.class).single();
        assertThat(texts(detail, H2.class)).contains(log.action());
        assertThat(texts(detail, Paragraph.class))
                .contains(
                        "Only 3 answers so far: below 100, figures about discrimination and calibration are mostly chance.");

        press("What it goes by");
        assertThat(all(detail, NativeDetails.class)).isNotEmpty();
    }

    @Test
    void onlyAnAdminPutsAnEngineInCharge() {
        navigate("insight/models", ModelsView.class);
        press("Engines");
        assertThat(buttons()).noneMatch(text -> text.contains("challenge"));
        assertThat(engines.contest().champion().engine()).isEqualTo("standard");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMIN")
    void anAdminLetsAnEngineChallengeAndSendsItAway() {
        navigate("insight/models", ModelsView.class);
        press("Engines");
        press("Let Steady challenge");
        assertThat(buttons()).contains("Put in charge", "Send away");
        assertThat(engines.contest().challenger()).isNotNull();

        press("Send away");
        assertThat(engines.contest().challenger()).isNull();
        assertThat(buttons()).contains("Let Brisk challenge");
    }

    private void press(String label) {
        NativeButton button = find(NativeButton.class).all().stream()
                .filter(each -> text(each).equals(label))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private List<String> buttons() {
        return find(NativeButton.class).all().stream().map(ModelsViewTest::text).toList();
    }

    private static <T extends Component> List<String> texts(Component root, Class<T> type) {
        return all(root, type).stream().map(ModelsViewTest::text).toList();
    }

    private static <T extends Component> List<T> all(Component root, Class<T> type) {
        return descendants(root).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> descendants(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ModelsViewTest::descendants));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
