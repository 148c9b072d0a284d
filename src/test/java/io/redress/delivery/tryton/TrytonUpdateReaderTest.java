package io.redress.delivery.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.dialogue.ScriptedDialogue;
import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.StateMapping;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With answers as a Tryton 6.0 gave them. */
class TrytonUpdateReaderTest {

    private static final StateMapping STATES = Map.of("done", UpdateKind.SOLVED, "waiting", UpdateKind.ACCEPTED)::get;
    private static final int US = 2;
    private static final int CLERK = 3;

    @Test
    void a_state_is_an_update_whose_id_tells_the_change() {
        InboundUpdates seen = look("", complaint("done", CLERK, "R-261122-7K9Q2M"));
        TicketUpdate update = seen.updates().get(0);
        assertThat(update.id()).isEqualTo("tryton-9-done-2026-11-22T09:39:37.336058");
        assertThat(update.ticket()).isEqualTo("R-261122-7K9Q2M");
        assertThat(update.kind()).isEqualTo(UpdateKind.SOLVED);
        assertThat(update.at()).isEqualTo("2026-11-22T09:39:37.336058Z");
        assertThat(update.reference()).isEqualTo("17");
        assertThat(seen.position()).isEqualTo("2026-11-22T09:39:37.336058");
    }

    @Test
    void what_we_wrote_and_what_has_no_meaning_is_remembered_and_no_update() {
        assertThat(look("", complaint("waiting", US, "R-261122-7K9Q2M")).sightings())
                .hasSize(1)
                .allSatisfy(change -> assertThat(change.update()).isNull());
        assertThat(look("", complaint("approved", CLERK, "R-261122-7K9Q2M")).updates())
                .isEmpty();
    }

    @Test
    void a_reference_that_is_no_number_of_ours_is_somebody_elses() {
        assertThat(look("", complaint("done", CLERK, "R-77")).sightings()).isEmpty();
    }

    @Test
    void a_complaint_that_was_never_changed_is_no_news() {
        String untouched = "{'id':9,'state':'draft','reference':'R-261122-7K9Q2M','write_date':null}";
        assertThat(look("2026-11-22T09:00:00", untouched))
                .isEqualTo(new InboundUpdates(java.util.List.of(), "2026-11-22T09:00:00"));
    }

    @Test
    void the_next_look_goes_on_a_little_before_the_last_change() {
        assertThat(begin("2026-11-22T09:39:37.336058").asks().body())
                .contains("\"minute\":37,\"second\":37,\"microsecond\":336058");
    }

    private InboundUpdates look(String position, String complaint) {
        return (InboundUpdates)
                begin(position).answer("{'result':[" + complaint + "]}").result();
    }

    private ScriptedDialogue begin(String position) {
        return new ScriptedDialogue(new TrytonUpdateReader("tryton", "redress", "secret").begin(position, STATES))
                .answer("{'result':[" + US + ",'628e66']}")
                .answer("{'result':{'company':1}}");
    }

    private static String complaint(String state, int by, String reference) {
        return """
                {'id':9,'number':'17','state':'%s','write_uid':%d,'reference':'%s','write_date':{'__class__':'datetime',
                 'year':2026,'month':11,'day':22,'hour':9,'minute':39,'second':37,'microsecond':336058}}
                """.formatted(state, by, reference);
    }
}
