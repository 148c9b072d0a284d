package io.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTokenTest {

    private static final UUID SURVEY = UUID.fromString("0197c1d2-7a10-7c3e-9d3f-2b1c4d5e6f70");
    private static final Instant EXPIRES = Instant.parse("2026-12-06T04:00:00Z");

    private final SurveyToken tokens = new SurveyToken(new byte[32]);
    private final String token = tokens.of(SURVEY, EXPIRES);

    @Test
    void a_token_says_which_survey_and_until_when() {
        assertThat(tokens.read(token)).contains(new SurveyToken.Claim(SURVEY, EXPIRES));
        assertThat(token).matches("[A-Za-z0-9_-]{64}");
    }

    @Test
    void a_token_is_over_from_the_second_it_names() {
        var claim = tokens.read(token).orElseThrow();

        assertThat(claim.expired(EXPIRES.minusSeconds(1))).isFalse();
        assertThat(claim.expired(EXPIRES)).isTrue();
    }

    @Test
    void no_character_can_be_changed() {
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = token.substring(0, i) + other + token.substring(i + 1);

            assertThat(tokens.read(tampered)).as("character %d", i).isEmpty();
        }
    }

    @Test
    void another_hubs_token_opens_nothing() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(tokens.read(new SurveyToken(other).of(SURVEY, EXPIRES))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<script>", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!"})
    void nonsense_opens_nothing(String nonsense) {
        assertThat(tokens.read(nonsense)).isEmpty();
        assertThat(tokens.read(nonsense.repeat(10_000))).isEmpty();
    }
}
