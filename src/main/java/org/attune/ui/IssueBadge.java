package org.attune.ui;

import com.vaadin.flow.component.html.Span;

/** The name of an issue in the hue of the issue. */
public class IssueBadge extends Span {
    private static final long serialVersionUID = 1L;

    /**
     * @param issueKey {@code hardship}, {@code collections}, ...; an unknown one is grey
     * @param label the name in the reader's language
     */
    public IssueBadge(String issueKey, String label) {
        super(label);
        addClassNames("badge", "issue-badge", "issue-" + issueKey);
    }
}
