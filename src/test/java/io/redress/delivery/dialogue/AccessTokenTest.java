package io.redress.delivery.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final AccessToken token = new AccessToken(
            DialogueRequest.get("/token", Map.of(), null),
            response -> new AccessToken.Given(response.text(), Duration.ofMinutes(5)),
            DialogueResponse::unauthorised,
            clock);

    @Test
    void a_token_is_fetched_once_for_all_dialogues_until_it_ends() {
        assertThat(asks(begun().answer(200, "t1"))).isEqualTo("/ask t1");
        assertThat(asks(begun())).isEqualTo("/ask t1");
        clock.pass(Duration.ofMinutes(5));
        assertThat(asks(begun())).isEqualTo("/token null");
    }

    @Test
    void a_token_that_is_refused_is_replaced_within_the_request() {
        ScriptedDialogue talk = begun().answer(200, "t1").answer(401, "");
        assertThat(asks(talk)).isEqualTo("/token null");
        assertThat(asks(talk.answer(200, "t2"))).isEqualTo("/ask t2");
        assertThat(talk.answer(200, "").result()).isEqualTo(200);
    }

    @Test
    void a_new_token_that_is_refused_too_is_an_answer() {
        ScriptedDialogue talk =
                begun().answer(200, "t1").answer(401, "").answer(200, "t2").answer(401, "");
        assertThat(talk.result()).isEqualTo(401);
    }

    @Test
    void a_token_that_another_dialogue_has_replaced_already_is_not_fetched_again() {
        ScriptedDialogue first = begun().answer(200, "t1");
        ScriptedDialogue second = begun();
        first.answer(401, "").answer(200, "t2");
        assertThat(asks(second.answer(401, ""))).isEqualTo("/ask t2");
    }

    private ScriptedDialogue begun() {
        return new ScriptedDialogue(token.ask(
                held -> DialogueRequest.get("/ask", Map.of(), held), response -> Dialogue.ended(response.status())));
    }

    private static String asks(ScriptedDialogue talk) {
        return talk.asks().path() + " " + talk.asks().headers().get("Authorization");
    }
}
