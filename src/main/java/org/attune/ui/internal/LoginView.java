package org.attune.ui.internal;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.attune.access.CurrentUser;
import org.attune.access.DemoMode;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.kernel.Language;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** The way in: an ordinary form that the browser submits, so that password managers understand it. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;
    private final TextField username = new TextField(Texts.of("ui.login.username"));
    private final PasswordField password = new PasswordField(Texts.of("ui.login.password"));
    private final Div problem = new Div();

    LoginView(DemoMode demo, CurrentUser user) {
        this.user = user;
        addClassName("login");
        Span mark = new Span("A");
        mark.addClassName("brand");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div head = new Div(mark, new H1("Attune"), new Paragraph(Texts.of("ui.login.promise")));
        head.addClassName("login-head");
        problem.addClassName("login-problem");
        problem.getElement().setAttribute("role", "alert");
        Main card = new Main(head, problem, form());
        card.addClassName("login-card");
        if (demo.isOn()) {
            card.add(demoPeople(demo));
        }
        add(card, languages());
    }

    private Form form() {
        username.getElement().setAttribute("name", "username");
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutofocus(true);
        username.setRequired(true);
        username.setRequiredIndicatorVisible(false);
        username.setWidthFull();
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();
        // Not "Show password": two things of nearly one name on one small page confuse people who listen to it.
        password.getElement().executeJs("this.i18n = {...this.i18n, reveal: $0}", Texts.of("ui.login.reveal"));
        NativeButton button = new NativeButton(Texts.of("ui.login.button"));
        button.getElement().setAttribute("type", "submit");
        button.addClassNames("btn", "primary", "wide");
        Form form = new Form();
        form.add(username, password, button);
        return form;
    }

    private Div demoPeople(DemoMode demo) {
        Span title = new Span(Texts.of("ui.demo.title"));
        title.addClassName("demo-badge");
        Span shared = new Span(DemoMode.PASSWORD);
        shared.addClassName("code");
        Paragraph hint = new Paragraph(new Text(Texts.of("ui.login.demo") + " "), shared);
        Div people = new Div();
        people.addClassName("login-people");
        for (Role role : Role.values()) {
            Div names = new Div();
            names.addClassNames("row", "wrap");
            demo.people().stream().filter(person -> person.role() == role).forEach(person -> names.add(fill(person)));
            people.add(new Span(Texts.of("ui.role." + role.key())), names);
        }
        Div demoUsers = new Div(title, hint, people);
        demoUsers.addClassName("login-demo");
        return demoUsers;
    }

    private NativeButton fill(NewUser person) {
        NativeButton fill = new NativeButton(person.username(), click -> {
            username.setValue(person.username());
            password.setValue(DemoMode.PASSWORD);
        });
        fill.getElement().setAttribute("type", "button");
        fill.addClassName("chip");
        return fill;
    }

    private static Header languages() {
        Segmented<Language> languages = new Segmented<Language>(Texts.of("ui.language"), choice -> {
                    UI ui = UI.getCurrent();
                    ui.getSession().setLocale(choice.locale());
                    ui.getPage().reload();
                })
                .option(Language.EN, "EN")
                .option(Language.FR, "FR");
        languages.setValue(Language.of(Texts.locale()));
        Header corner = new Header(languages);
        corner.addClassName("login-corner");
        return corner;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.isPresent()) {
            event.forwardTo(user.role().map(Role::home).orElse("/").substring(1));
            return;
        }
        QueryParameters asked = event.getLocation().getQueryParameters();
        if (asked.getSingleParameter("wait").isPresent()) {
            problem.setText(Texts.of("ui.login.wait", seconds(asked)));
        } else if (asked.getParameters().containsKey("away")) {
            problem.setText(Texts.of("ui.login.away"));
        } else if (asked.getParameters().containsKey("error")) {
            problem.setText(Texts.of("ui.login.wrong"));
        }
        problem.setVisible(!problem.getText().isEmpty());
    }

    private static int seconds(QueryParameters asked) {
        try {
            return Math.clamp(Integer.parseInt(asked.getSingleParameter("wait").orElse("1")), 1, 60);
        } catch (NumberFormatException e) {
            return 60;
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("ui.login.button") + " · Attune";
    }

    /** A form the browser itself posts. */
    @Tag("form")
    static class Form extends HtmlContainer {
        private static final long serialVersionUID = 1L;

        Form() {
            getElement().setAttribute("method", "post").setAttribute("action", "login");
            addClassName("login-form");
        }
    }
}
