package org.attune.studio;

import org.attune.access.CurrentUser;
import org.attune.catalog.Vocabulary;
import org.attune.simulation.OffPolicyEstimates;
import org.attune.simulation.Personas;
import org.attune.simulation.Simulations;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.DocumentText;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.attune.ui.Formats;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the pages about revisions work with. */
@Component
record RevisionDesk(
        ChangeRequests requests,
        Strategies strategies,
        LiveStrategy live,
        Personas personas,
        Simulations simulations,
        OffPolicyEstimates estimates,
        DocumentText texts,
        CurrentUser user,
        Vocabulary vocabulary,
        Formats formats,
        JsonMapper json) {
    /** The user who is looking. */
    String who() {
        return user.username();
    }
}
