package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

/** What is under the veil of a branch is part of the page only while it is lifted. */
class VeilTest {
    private static String page(Component part) {
        return new Div(part).getElement().getTextRecursively();
    }

    @Test
    void whatIsUnderTheVeilIsInThePageOnlyWhileItIsLifted() {
        Veil veil = new Veil(true);
        Component part = veil.over(new Span("In arrears"));
        assertThat(page(part)).isEmpty();
        veil.lift(true);
        assertThat(page(part)).isEqualTo("In arrears");
        assertThat(page(veil.over(new Span("painted meanwhile")))).isEqualTo("painted meanwhile");
        veil.lift(false);
        assertThat(page(part)).isEmpty();
        veil.lift(true);
        veil.lift(true);
        assertThat(page(part)).isEqualTo("In arrears");
    }

    @Test
    void anOrdinaryDeskHasNone() {
        Span facts = new Span("In arrears");
        Veil none = new Veil(false);
        assertThat(none.over(facts)).isSameAs(facts);
        none.lift(true);
        none.lift(false);
        assertThat(page(facts)).isEqualTo("In arrears");
    }
}
