package org.attune.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;

/** The login page, without a browser. */
@AttuneTest
@ViewPackages(packages = "org.attune.ui")
class LoginViewTest extends SpringBrowserlessTest {

    @Test
    void asksForNameAndPasswordUnderTheNamesABrowserKnows() {
        navigate("login", LoginView.class);
        TextField username = find(TextField.class).single();
        PasswordField password = find(PasswordField.class).single();
        assertThat(username.getLabel()).isEqualTo("Username");
        assertThat(password.getLabel()).isEqualTo("Password");
        assertThat(username.getElement().getAttribute("name")).isEqualTo("username");
        assertThat(password.getElement().getAttribute("name")).isEqualTo("password");
        assertThat(find(NativeButton.class)
                        .withText("Log in")
                        .single()
                        .getElement()
                        .getAttribute("type"))
                .isEqualTo("submit");
        assertThat(find(LoginView.Form.class).single().getElement().getAttribute("method"))
                .isEqualTo("post");
    }

    @Test
    void speaksFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        navigate("login", LoginView.class);
        assertThat(find(TextField.class).single().getLabel()).isEqualTo("Identifiant");
        assertThat(find(NativeButton.class).withText("Se connecter").all()).hasSize(1);
    }

    @Test
    void fillsInAPersonOfTheDemonstration() {
        navigate("login", LoginView.class);
        test(find(NativeButton.class).withText("supervisor").single()).click();
        assertThat(find(TextField.class).single().getValue()).isEqualTo("supervisor");
        assertThat(find(PasswordField.class).single().getValue()).isEqualTo("attune-demo");
    }

    @Test
    void saysInItsOwnWordsThatNameAndPasswordDoNotMatch() {
        UI.getCurrent().navigate("login", QueryParameters.fromString("error"));
        assertThat(problem()).isEqualTo("User name and password do not match. Please try again.");
    }

    @Test
    void saysHowLongToWaitWhateverTheAddressClaims() {
        UI.getCurrent().navigate("login", QueryParameters.fromString("wait=7"));
        assertThat(problem()).contains("7 seconds");
        UI.getCurrent().navigate("login", QueryParameters.fromString("wait=%3Cb%3E"));
        assertThat(problem()).contains("60 seconds");
    }

    private String problem() {
        return find(Div.class).withClassName("login-problem").single().getText();
    }
}
