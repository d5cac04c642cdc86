package org.attune.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.kernel.LocalText;
import org.attune.strategy.PartEdit;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Issues and groups in the studio: names and the rules that everything in them shares. */
@ViewPackages(packages = {"org.attune.studio", "org.attune.ui"})
@WithMockUser(username = "admin", roles = "ADMIN")
class GroupsPageTest extends StudioPages {

    private TierCard card(String issue) {
        return find(TierCard.class).withAttribute("aria-label", issue).single();
    }

    private Group group(String key) {
        Group group = strategies.document().catalog().group(key);
        if (group == null) {
            throw new AssertionError("no group " + key);
        }
        return group;
    }

    @Test
    void aGroupIsMadeItsRuleIsCheckedWhileItIsTypedAndWhatIsInItObeysIt() {
        publish("tier-any");
        navigate(GroupsView.class);
        test(named("New group in Service", card("Service"))).click();
        test(field("Name, English")).setValue("Moving house");
        test(field("Name, French")).setValue("Déménagement");
        test(area("Applicability")).setValue("reasn == 'moving'");
        long before = strategies.revision();
        press("Save");
        assertThat(strategies.revision()).isEqualTo(before);
        assertThat(words()).contains("There is no 'reasn'. Did you mean 'reason'?");
        press("Use reason");
        press("Save");
        assertThat(group("moving-house").issue()).isEqualTo("service");
        assertThat(group("moving-house").label()).isEqualTo(new LocalText("Moving house", "Déménagement"));
        assertThat(group("moving-house").engagement().applicability()).isEqualTo("reason == 'moving'");

        test(named("Remove Moving house", card("Service"))).click();
        confirm();
        assertThat(strategies.document().catalog().group("moving-house")).isNull();
    }

    @Test
    void aGroupWithActionsCannotBeRemovedButRenamed() {
        publish("tier-full");
        Group before = group("studio-test");
        navigate(GroupsView.class);
        assertThat(find(com.vaadin.flow.component.html.NativeButton.class, card("Service"))
                        .withAttribute("aria-label", "Remove Studio test")
                        .exists())
                .isFalse();
        test(named("Edit Studio test", card("Service"))).click();
        test(field("Name, English")).setValue("Studio trial");
        press("Save");
        assertThat(group("studio-test").label().en()).isEqualTo("Studio trial");
        strategies.edit(PartEdit.group(group("studio-test"), before), "test");
    }

    @Test
    void twoAdminsNeverOverwriteEachOthersGroup() {
        publish("tier-raced");
        Group before = group("studio-test");
        navigate(GroupsView.class);
        test(named("Edit Studio test", card("Service"))).click();
        test(field("Name, English")).setValue("Mine");
        Group theirs =
                new Group(before.key(), before.issue(), LocalText.same("Theirs"), before.lever(), Engagement.NONE);
        strategies.edit(PartEdit.group(before, theirs), "admin2");
        press("Save");
        assertThat(group("studio-test").label().en()).isEqualTo("Theirs");
        assertThat(find(TierDialog.class).single().isOpened()).isTrue();
        strategies.edit(PartEdit.group(theirs, before), "test");
    }
}
