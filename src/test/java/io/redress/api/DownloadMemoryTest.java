package io.redress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;

class DownloadMemoryTest {

    private static final int FILE = 300_000;

    private final DownloadMemory memory = new DownloadMemory(1_000_000, Duration.ofMillis(50));

    @Test
    void what_has_no_room_beside_another_download_is_refused_and_let_in_after_it() throws IOException {
        assertThatThrownBy(() -> memory.send(new MockHttpServletResponse(), "a", FILE, () -> {
                    send("b");
                    return new byte[FILE];
                }))
                .isInstanceOfSatisfying(ErrorResponseException.class, refused -> {
                    assertThat(refused.getStatusCode().value()).isEqualTo(503);
                    assertThat(refused.getBody().getDetail()).contains("memory");
                });
        assertThat(send("b").getContentAsByteArray()).hasSize(FILE);
    }

    @Test
    void a_file_bigger_than_the_room_is_sent_alone() throws IOException {
        var answer = new MockHttpServletResponse();
        memory.send(answer, "big.bin", 5_000_000, () -> new byte[5_000_000]);
        assertThat(answer.getContentLength()).isEqualTo(5_000_000);
        assertThat(answer.getHeader("Content-Disposition")).contains("big.bin");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private MockHttpServletResponse send(String name) {
        try {
            var answer = new MockHttpServletResponse();
            memory.send(answer, name, FILE, () -> new byte[FILE]);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
