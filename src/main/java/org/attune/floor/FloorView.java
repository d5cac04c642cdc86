package org.attune.floor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;

/** The live floor: who is in which call, queues, calls for help and the engine, pushed. In the order of names: nobody is ranked here. */
@Route(value = FloorPlaces.FLOOR, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
@JsModule("context://attune-desk.js")
class FloorView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient FloorPulse pulse;
    private final transient News news;
    private final Chip talking = new Chip("");
    private final Chip waiting = new Chip("");
    private final Chip free = new Chip("");
    private final SeatTable seats;
    private final HelpList help;
    private final QueueTable queues;
    private final EngineTiles engine;
    private final List<Registration> listening = new ArrayList<>();

    FloorView(FloorPulse pulse, News news, FloorWords words) {
        super(Texts.of("floor.title"));
        this.pulse = pulse;
        this.news = news;
        seats = new SeatTable(words);
        help = new HelpList(words);
        queues = new QueueTable(words);
        engine = new EngineTiles(words.formats());
        headerStart().add(talking, waiting, free);
        Div side = new Div(
                new Card(new SectionTitle(Texts.of("floor.help")), help).named(Texts.of("floor.help")),
                new Card(new SectionTitle(Texts.of("floor.queues")), queues).named(Texts.of("floor.queues")),
                new Card(new SectionTitle(Texts.of("floor.engine")), engine).named(Texts.of("floor.engine")));
        side.addClassNames("stack", "floor-side");
        Div columns = new Div(
                new Card(new SectionTitle(Texts.of("floor.agents")), seats)
                        .fill()
                        .named(Texts.of("floor.agents")),
                side);
        columns.addClassNames("cols", "cols-main-side", "floor");
        content().add(columns);
        footerStart().add(Texts.of("floor.note"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(news.listen(FloorSeen.class, seen -> ui.access(() -> show(seen.sheet()))));
        listening.add(pulse.look());
        FloorSheet known = pulse.latest();
        if (known != null) {
            show(known);
        }
    }

    private void show(FloorSheet sheet) {
        long calls = sheet.count(Seat.State.TALKING) + sheet.count(Seat.State.HELD);
        long queue = sheet.queues().stream().mapToLong(each -> each.waiting()).sum();
        talking.setText(Texts.of("floor.talking", calls));
        waiting.setText(Texts.of("floor.waiting", queue));
        free.setText(Texts.of("floor.free", sheet.count(Seat.State.FREE)));
        seats.show(sheet.seats(), sheet.help());
        help.show(sheet.help(), sheet.databaseAwaySince() == null);
        queues.show(sheet.queues());
        engine.show(sheet);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }
}
