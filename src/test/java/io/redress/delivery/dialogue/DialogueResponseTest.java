package io.redress.delivery.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is read of the answers of other systems. */
class DialogueResponseTest {

    /** As a customer's file may be: 16 MB of it were half a gigabyte of memory. */
    @Test
    void endless_json_is_no_content() {
        assertThat(isMissing("[" + "[],".repeat(600_000) + "[]]")).isTrue();
        assertThat(isMissing("[" + "[],".repeat(60_000) + "[]]")).isFalse();
    }

    private static boolean isMissing(String body) {
        return new DialogueResponse(200, body.getBytes(StandardCharsets.UTF_8), null)
                .content()
                .isMissingNode();
    }
}
