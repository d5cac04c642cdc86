package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.access.CurrentUser;
import org.attune.care.engine.FrenchBanking;
import org.attune.catalog.Vocabulary;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.policy.ShieldBlocks;
import org.attune.policy.ShieldPreset;
import org.attune.policy.ShieldSettings;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The protections: what nobody can change, what the law of a country adds, what the company adds. */
@Route(value = "studio/protection", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class ProtectionView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Strategies strategies;
    private final transient ChangeRequests requests;
    private final transient ShieldBlocks blocks;
    private final transient Formats formats;
    private final transient News news;
    private final String who;
    private final ProtectionTable table;
    private final Select<String> preset = new Select<>();
    private final IntegerField coolOff = Fields.integer(Texts.of("studio.protection.cool-off"));
    private final Div presetWords = new Div();
    private final Div stopped = new Div();
    private final Div notes = new Div();
    private final Span unsaved = new Span(Texts.of("studio.edit.unsaved"));
    private final ActionButton discard;
    private final RevisionChip revision;
    private transient ShieldSettings base;
    private transient ProtectionDraft draft;
    private boolean filling;
    private @Nullable Registration listening;

    ProtectionView(
            Strategies strategies,
            ChangeRequests requests,
            ShieldBlocks blocks,
            Vocabulary words,
            Formats formats,
            News news,
            CurrentUser user) {
        super(Texts.of("studio.protection"));
        this.strategies = strategies;
        this.requests = requests;
        this.blocks = blocks;
        this.formats = formats;
        this.news = news;
        who = user.username();
        base = ShieldSettings.DEFAULT;
        draft = new ProtectionDraft(base);
        table = new ProtectionTable(words, this::changed);
        revision = new RevisionChip(strategies, formats);
        unsaved.addClassNames("badge", "badge-warn");
        discard = new ActionButton(Texts.of("studio.protection.discard"), click -> load());
        boolean drafts = strategies.approval().required();
        headerEnd()
                .add(
                        unsaved,
                        discard,
                        new ActionButton(
                                        Texts.of(drafts ? "studio.protection.draft" : "studio.protection.publish"),
                                        click -> save())
                                .primary());
        Span lead = new Span(Icons.SHIELD.create(), new Span(Texts.of("studio.protection.lead")));
        lead.addClassNames("banner", "protected", "protection-lead");
        Card matrix = new Card(lead, table).fill();
        matrix.addClassName("stack");
        content().addClassNames("protection-page");
        Div columns = new Div(matrix, side());
        columns.addClassNames("cols", "protection-cols");
        notes.addClassName("editor-notes");
        content().add(notes, columns);
        footerStart().add(revision);
        load();
    }

    private Card side() {
        preset.setLabel(Texts.of("studio.protection.preset"));
        List<String> keys = new ArrayList<>(List.of(""));
        for (ShieldPreset each : ShieldPreset.values()) {
            keys.add(each.key());
        }
        preset.setItems(keys);
        preset.setItemLabelGenerator(
                key -> Texts.of("studio.protection.preset." + (key == null || key.isEmpty() ? "none" : key)));
        preset.addValueChangeListener(change -> {
            if (!filling && change.getValue() != null) {
                draft.preset(change.getValue());
                changed();
            }
        });
        coolOff.setMin(ShieldSettings.COOL_OFF_MIN);
        coolOff.setMax(ShieldSettings.COOL_OFF_MAX);
        coolOff.setStepButtonsVisible(true);
        coolOff.setSuffixComponent(new Span(Texts.of("studio.protection.days")));
        coolOff.setHelperText(Texts.of("studio.protection.cool-off.hint", ShieldSettings.COOL_OFF_MIN));
        coolOff.addValueChangeListener(change -> {
            if (!filling && change.getValue() != null) {
                coolOff.setInvalid(false);
                draft.coolOffDays(change.getValue());
                changed();
            }
        });
        presetWords.addClassNames("stack", "tight");
        stopped.addClassNames("stack", "tight");
        Card card = new Card(
                        new SectionTitle(Texts.of("studio.protection.law")),
                        preset,
                        presetWords,
                        new SectionTitle(Texts.of("studio.protection.company.title")),
                        coolOff,
                        muted("studio.protection.company.words"),
                        new SectionTitle(Texts.of("studio.protection.stopped")),
                        stopped)
                .fill();
        card.addClassNames("stack", "scroll");
        return card;
    }

    private void load() {
        base = strategies.document().shield();
        draft = new ProtectionDraft(base);
        notes.removeAll();
        coolOff.setInvalid(false);
        changed();
        revision.refresh();
    }

    private void changed() {
        filling = true;
        preset.setValue(draft.preset());
        coolOff.setValue(draft.coolOffDays());
        filling = false;
        table.show(draft);
        paintPreset();
        paintStopped();
        unsaved.setVisible(isUnsaved());
        discard.setVisible(isUnsaved());
    }

    private boolean isUnsaved() {
        return !draft.settings().equals(new ProtectionDraft(base).settings());
    }

    private void paintPreset() {
        presetWords.removeAll();
        ShieldPreset chosen = ShieldPreset.find(draft.preset());
        if (chosen == null) {
            presetWords.add(muted("studio.protection.preset.none.words"));
            return;
        }
        presetWords.add(new Paragraph(Texts.of("studio.protection.preset." + chosen.key() + ".words")));
        if (chosen == ShieldPreset.FR) {
            presetWords.add(
                    line(
                            Texts.of("studio.protection.fees"),
                            Texts.of(
                                    "studio.protection.fees.caps",
                                    euro(FrenchBanking.FEES_A_MONTH),
                                    euro(FrenchBanking.FEES_A_YEAR))),
                    line(
                            Texts.of("studio.protection.offer"),
                            Texts.of("studio.protection.offer.cap", euro(FrenchBanking.OFFER_AT_MOST))),
                    new Paragraph(Texts.of("studio.protection.banking")));
        }
        Span checked = new Span(Texts.of("studio.protection.checked", formats.date(chosen.checkedOn())));
        checked.addClassName("studio-note");
        presetWords.add(checked);
    }

    private void paintStopped() {
        stopped.removeAll();
        Map<String, Long> totals = blocks.totals();
        if (totals.isEmpty()) {
            stopped.add(muted("studio.protection.stopped.none"));
        }
        totals.forEach((rule, count) -> {
            stopped.add(line(Texts.of("studio.protection.rule." + rule), formats.count(count)));
        });
    }

    private static Div line(String words, String figure) {
        Span value = new Span(figure);
        value.addClassNames("tnum", "strong");
        Div line = new Div(new Span(words), value);
        line.addClassNames("row", "spread");
        return line;
    }

    private String euro(long cents) {
        return formats.wholeEuro(cents / 100.0);
    }

    private void save() {
        ShieldSettings changed = draft.settings();
        if (!isUnsaved()) {
            Notify.info(Texts.of("studio.edit.same"));
            return;
        }
        try {
            if (strategies.approval().required()) {
                long number = requests.amend(now -> now.with(changed), Texts.of("studio.protection"), who)
                        .number();
                Notify.success(Texts.of("studio.protection.drafted", number));
            } else {
                Notify.success(Texts.of("studio.edit.live", strategies.edit(base, changed, who)));
            }
            load();
        } catch (InvalidException e) {
            e.problems().forEach(each -> {
                if (each.place().equals("shield.coolOffDays")) {
                    coolOff.setErrorMessage(each.message());
                    coolOff.setInvalid(true);
                } else {
                    note("bad", each.place() + ": " + each.message());
                }
            });
            Notify.error(Texts.of("studio.edit.problems", e.problems().size()));
        } catch (ConflictException e) {
            note("warn", Texts.of("studio.protection.overtaken"));
        }
    }

    private void note(String kind, String words) {
        notes.removeAll();
        Div note = new Div(Icons.WARNING.create(), new Span(words));
        note.addClassNames("banner", kind);
        note.getElement().setAttribute("role", "alert");
        notes.add(note);
    }

    private static Paragraph muted(String key) {
        Paragraph words = new Paragraph(Texts.of(key));
        words.addClassName("muted");
        return words;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(StrategyPublished.class, published -> ui.access(this::overtaken));
    }

    private void overtaken() {
        revision.refresh();
        if (strategies.document().shield().equals(base)) {
            return;
        }
        if (isUnsaved()) {
            note("warn", Texts.of("studio.protection.overtaken"));
        } else {
            load();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
