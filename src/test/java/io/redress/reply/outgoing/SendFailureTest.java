package io.redress.reply.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class SendFailureTest {

    @Test
    void a_server_that_cannot_be_reached_is_told_by_the_networks_words() {
        var error = new IllegalStateException("to li@example.com", new UnknownHostException("smtp.example.com"));
        assertThat(SendFailure.words(error)).isEqualTo("UnknownHostException: smtp.example.com");
    }

    @Test
    void words_that_may_quote_the_message_are_not_told() {
        var error = new IllegalStateException("sent", new IllegalArgumentException("to li@example.com"));
        assertThat(SendFailure.words(error)).isEqualTo("java.lang.IllegalStateException");
    }
}
