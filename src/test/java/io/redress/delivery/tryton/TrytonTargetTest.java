package io.redress.delivery.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.ScriptedDialogue;
import io.redress.handoff.BlobStore;
import io.redress.systems.SystemDeliveries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With answers as a Tryton 6.0 gave them. */
class TrytonTargetTest {

    private static final String NUMBER = "R-261122-7K9Q2M";
    private static final String LOGIN = "{'id':1,'result':[2,'628e66']}";
    private static final String PREFERENCES = "{'id':1,'result':{'company':1,'language':'en'}}";
    private static final String NONE = "{'id':1,'result':[]}";
    private static final Map<String, Object> FIELDS = Map.of(
            "type", "Delivery",
            "date", "2026-11-22",
            "description", "It did not come",
            "party", Map.of("name", "Li", "emails", List.of("li@example.com"), "phones", List.of("+8613800138000")));

    private final TrytonTarget target = new TrytonTarget("redress", "secret", true);

    @TempDir
    Path folder;

    @Test
    void a_new_complaint_has_our_number_a_type_a_party_and_waits_for_approval() {
        var talk = loggedIn(FIELDS);
        assertThat(talk.asks().headers()).containsEntry("Authorization", "Session cmVkcmVzczoyOjYyOGU2Ng==");
        assertThat(talk.asks().body()).contains("[\"reference\",\"=\",\"" + NUMBER + "\"]");
        talk.answer(NONE);
        assertThat(talk.asks().body())
                .contains("sale.complaint.type.search_read")
                .contains("Delivery");
        talk.answer("{'result':[{'id':4,'name':'Delivery'}]}");
        assertThat(talk.asks().body())
                .contains("[\"type\",\"=\",\"email\"],[\"value\",\"=\",\"li@example.com\"]")
                .contains("[\"value_compact\",\"=\",\"+8613800138000\"]");
        talk.answer(NONE);
        assertThat(talk.asks().body()).contains("model.party.party.create");
        talk.answer("{'result':[7]}");
        assertThat(talk.asks().body())
                .contains("model.sale.complaint.create")
                .contains("\"customer\":7")
                .contains("\"type\":4")
                .contains("\"reference\":\"" + NUMBER + "\"")
                .contains("\"__class__\":\"date\"")
                .contains("\"company\":1")
                .doesNotContain("party");
        talk.answer("{'result':[9]}");
        assertThat(talk.asks().body()).contains("model.sale.complaint.wait").contains("[9]");
        talk.answer("{'result':null}");
        assertThat(talk.result()).isEqualTo(new Delivered("9", null));
    }

    @Test
    void a_customer_of_whom_nothing_is_known_is_found_by_our_number() {
        var talk = loggedIn(Map.of("type", "Delivery")).answer(NONE).answer("{'result':[{'id':4}]}");
        assertThat(talk.asks().body()).contains("[\"type\",\"=\",\"other\"],[\"value\",\"=\",\"" + NUMBER + "\"]");
    }

    @Test
    void no_party_is_found_or_made_by_a_phone_that_merely_stands_in_the_text() {
        var party = Map.of("emails", List.of("li@example.com"), "phones", List.of("+8613800138000", "+8613900139000"));
        assertThat(TrytonCustomer.of(party, NUMBER, List.of("+8613900139000")).contacts())
                .extracting(TrytonCustomer.Contact::value)
                .containsExactly("li@example.com", "+8613800138000");
        assertThat(TrytonCustomer.of(Map.of("phones", "+8613900139000"), NUMBER, List.of("+8613900139000"))
                        .contacts())
                .extracting(TrytonCustomer.Contact::value)
                .containsExactly(NUMBER);
    }

    @Test
    void what_the_customer_writes_later_goes_to_the_record_that_was_made_whatever_others_have_our_number() {
        Delivery later = SystemDeliveries.followUp(NUMBER, 1, Map.of("message", "still broken"));
        var known = new Delivery(
                later.id(), later.target(), later.kind(), 1, later.ticket(), "x", null, later.fields(), "9");
        var talk = new ScriptedDialogue(target.begin(known, new BlobStore(folder)))
                .answer(LOGIN)
                .answer(PREFERENCES);
        assertThat(talk.asks().body()).contains("[\"id\",\"=\",9]").doesNotContain("\"reference\",\"=\"");
    }

    @Test
    void what_an_interrupted_attempt_left_as_a_draft_is_finished() {
        var talk = loggedIn(FIELDS).answer("{'result':[{'id':9,'state':'draft'}]}");
        assertThat(talk.asks().body()).contains("ir.attachment.search_read");
        talk.answer(NONE);
        assertThat(talk.asks().body()).contains("sale.complaint.wait");
    }

    @Test
    void a_complaint_that_somebody_decided_is_left_alone() {
        var talk = loggedIn(FIELDS).answer("{'result':[{'id':9,'state':'rejected'}]}");
        assertThat(talk.result()).isEqualTo(new Delivered("9", "found by our number"));
    }

    @Test
    void a_session_that_has_ended_is_renewed_once() {
        loggedIn(FIELDS).answer("{'result':[{'id':9,'state':'done'}]}");
        var talk = begin(FIELDS).answer(401, "");
        assertThat(talk.asks().body()).contains("common.db.login");
        talk.answer(LOGIN).answer(PREFERENCES).answer("{'result':[{'id':9,'state':'done'}]}");
        assertThat(talk.result()).isEqualTo(new Delivered("9", "found by our number"));
    }

    @Test
    void a_login_that_is_not_taken_waits_for_the_right_one() {
        var talk = begin(FIELDS);
        assertThatThrownBy(() -> talk.answer(401, "<h1>Unauthorized</h1>")).isInstanceOf(TargetUnavailable.class);
    }

    @Test
    void what_tryton_finds_wrong_with_the_data_is_refused_and_its_own_trouble_is_not() {
        var refused = loggedIn(FIELDS);
        assertThatThrownBy(() -> refused.answer("{'error':['UserError',['The party is missing','',null]]}"))
                .isInstanceOf(TargetRefused.class)
                .hasMessage("model.sale.complaint.search_read: The party is missing");
        var trouble = begin(FIELDS);
        assertThatThrownBy(() -> trouble.answer("{'error':['OperationalError: database is locked','']}"))
                .isInstanceOf(TargetUnavailable.class);
    }

    @Test
    void a_party_whose_code_somebody_took_is_looked_for_and_made_again() {
        String taken = "{'error':['UserError',['The code on party must be unique.','',null]]}";
        var talk = loggedIn(FIELDS).answer(NONE).answer("{'result':[{'id':4}]}");
        talk.answer(NONE).answer(taken);
        assertThat(talk.asks().body()).contains("contact_mechanism.search_read");
        talk.answer(NONE).answer("{'result':[7]}");
        assertThat(talk.asks().body()).contains("\"customer\":7");

        var never = begin(FIELDS).answer(NONE).answer("{'result':[{'id':4}]}");
        for (int i = 0; i < 4; i++) {
            never.answer(NONE).answer(taken);
        }
        never.answer(NONE);
        assertThatThrownBy(() -> never.answer(taken)).isInstanceOf(TargetRefused.class);
    }

    @Test
    void a_company_is_needed() {
        var talk = begin(FIELDS).answer(LOGIN);
        assertThatThrownBy(() -> talk.answer("{'result':{'language':'en'}}"))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("has no company");
    }

    private ScriptedDialogue loggedIn(Map<String, Object> fields) {
        return begin(fields).answer(LOGIN).answer(PREFERENCES);
    }

    private ScriptedDialogue begin(Map<String, Object> fields) {
        return new ScriptedDialogue(target.begin(SystemDeliveries.ticket(NUMBER, 1, fields), new BlobStore(folder)));
    }
}
