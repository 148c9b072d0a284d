package io.redress.delivery.rt;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.dialogue.ScriptedDialogue;
import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.StateMapping;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With answers as a Request Tracker 5.0.3 gave them. */
class RtUpdateReaderTest {

    private static final StateMapping STATES =
            Map.of("resolved", UpdateKind.SOLVED, "Correspond", UpdateKind.ANSWERED)::get;
    private static final String TICKETS = """
            {'items':[{'id':'1','CustomFields':[{'name':'Redress','values':['R-261122-7K9Q2M']},
                                                {'name':'Remedy','values':['The door was replaced']}]}]}
            """;

    private final RtUpdateReader reader = new RtUpdateReader("rt", "1-14-secret", "redress", "Redress", "Remedy");

    @Test
    void a_status_is_an_update_with_the_remedy_and_the_transactions_id() {
        var talk = look("57").answer(page(change(60, "Status", "resolved"))).answer(TICKETS);
        InboundUpdates seen = (InboundUpdates) talk.result();
        TicketUpdate update = seen.updates().get(0);
        assertThat(seen.position()).isEqualTo("60");
        assertThat(update.id()).isEqualTo("rt-60");
        assertThat(update.ticket()).isEqualTo("R-261122-7K9Q2M");
        assertThat(update.kind()).isEqualTo(UpdateKind.SOLVED);
        assertThat(update.at()).isEqualTo("2026-11-22T09:48:52Z");
        assertThat(update.remedy()).isEqualTo("The door was replaced");
        assertThat(update.reference()).isEqualTo("1");
    }

    @Test
    void a_reply_is_read_as_plain_text() {
        var talk = look("").answer(page(change(51, "Correspond", ""))).answer(TICKETS);
        talk.answer("{'items':[{'Content':'<p>We <b>will</b> send</p>','ContentType':'text/html'}]}");
        assertThat(((InboundUpdates) talk.result()).updates().get(0).note()).isEqualTo("We will send");
    }

    @Test
    void only_what_others_did_is_asked_for_and_a_little_is_read_again() {
        assertThat(look("100").asks().query())
                .contains("Id+%3E+50+AND")
                .contains("TicketCreator+%3D+%27redress%27")
                .contains("Creator+%21%3D+%27redress%27");
    }

    @Test
    void a_status_without_meaning_and_a_ticket_of_somebody_else_are_no_news() {
        InboundUpdates unknown = (InboundUpdates)
                look("1").answer(page(change(60, "Status", "on hold"))).result();
        assertThat(unknown).isEqualTo(new InboundUpdates(java.util.List.of(), "60"));

        var talk = look("1").answer(page(change(60, "Status", "resolved")));
        talk.answer("{'items':[{'id':'1','CustomFields':[{'name':'Redress','values':[]}]}]}");
        assertThat(((InboundUpdates) talk.result()).updates()).isEmpty();
    }

    @Test
    void nothing_new_leaves_the_position() {
        assertThat(look("57").answer("{'items':[]}").result()).isEqualTo(new InboundUpdates(java.util.List.of(), "57"));
    }

    private ScriptedDialogue look(String position) {
        return new ScriptedDialogue(reader.begin(position, STATES));
    }

    private static String page(String change) {
        return "{'items':[" + change + "]}";
    }

    private static String change(int id, String type, String value) {
        return "{'id':'%d','Type':'%s','NewValue':'%s','ObjectId':'1','Created':'2026-11-22T09:48:52Z','Creator':{'id':'clerk'}}"
                .formatted(id, type, value);
    }
}
