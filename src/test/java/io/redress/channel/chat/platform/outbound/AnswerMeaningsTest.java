package io.redress.channel.chat.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.sender.RequestFilter;
import io.redress.delivery.dialogue.DialogueResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of a platform's codes counts. */
class AnswerMeaningsTest {

    private static final List<String> ANY = List.of(RequestFilter.ANY);

    @Test
    void a_code_that_is_named_for_later_is_none_of_all_the_others_that_mean_never() {
        AnswerMeanings file = meanings(Map.of("errcode", List.of("-1", "45009")), Map.of("errcode", ANY));

        assertThat(meaning(file, "{\"errcode\":45009}")).isEqualTo(Meaning.LATER);
        assertThat(meaning(file, "{\"errcode\":40007}")).isEqualTo(Meaning.NEVER);
        assertThat(meaning(file, "GIF89a")).isEqualTo(Meaning.DONE);
    }

    @Test
    void a_code_that_is_named_for_never_is_none_of_all_the_others_that_mean_later() {
        AnswerMeanings file = meanings(Map.of("error", ANY), Map.of("error", List.of("blocked")));

        assertThat(meaning(file, "{\"error\":\"blocked\"}")).isEqualTo(Meaning.NEVER);
        assertThat(meaning(file, "{\"error\":\"busy\"}")).isEqualTo(Meaning.LATER);
    }

    @Test
    void a_member_that_is_called_status_is_not_the_http_status() {
        AnswerMeanings file = meanings(Map.of("^status", List.of("slow_down")), Map.of("status", List.of("200")));

        assertThat(meaning(file, "{\"status\":\"slow_down\"}")).isEqualTo(Meaning.LATER);
        assertThat(meaning(file, "{\"status\":\"closed\"}")).isEqualTo(Meaning.NEVER);
    }

    private static AnswerMeanings meanings(Map<String, List<String>> later, Map<String, List<String>> never) {
        return AnswerMeanings.of(new OutboundFile.Meanings(null, later, never), RequestFilter.none(), null);
    }

    private static Meaning meaning(AnswerMeanings meanings, String body) {
        return meanings.of(new DialogueResponse(200, body.getBytes(StandardCharsets.UTF_8), null));
    }
}
