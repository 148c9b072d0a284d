package io.redress.channel.chat.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a connection asks of the network, and the pauses between connections. */
class StreamConnectionTest {

    private final List<String> taken = new ArrayList<>();
    private final WebSocket socket = mock();
    private final StreamConnection connection = new StreamConnection(
            mock(),
            new StreamConnection.Owner() {
                @Override
                public void received(StreamConnection from, String text) {
                    taken.add(text);
                }

                @Override
                public void notTaken(StreamConnection from, String why) {
                    taken.add("not taken: " + why);
                }

                @Override
                public void ended(StreamConnection ended) {
                    taken.add("ended: " + ended.whyEnded());
                }
            },
            10);

    @Test
    void nothing_more_is_read_before_a_frame_is_dealt_with() {
        connection.onOpen(socket);
        connection.onText(socket, "{\"a\"", false);
        verify(socket, times(2)).request(1);
        connection.onText(socket, ":1}", true);
        assertThat(taken).containsExactly("{\"a\":1}");
        verify(socket, times(2)).request(1);

        connection.next();

        verify(socket, times(3)).request(1);
    }

    @Test
    void the_largest_frame_is_counted_in_bytes_and_the_next_one_begins_anew() {
        connection.onOpen(socket);
        connection.onText(socket, "水水水水", true);
        connection.onText(socket, "水水水", true);
        assertThat(taken).containsExactly("not taken: a frame of more than 10 bytes", "水水水");
    }

    @Test
    void its_end_is_told_once() {
        connection.onOpen(socket);
        connection.onClose(socket, 1001, "going away");
        connection.abort("silence");
        assertThat(taken).containsExactly("ended: it was closed with 1001, going away");
    }

    @Test
    void a_connection_that_is_opened_when_nobody_waits_for_it_any_more_is_ended() {
        connection.abort("it was not opened in time");
        connection.onOpen(socket);
        verify(socket).abort();
    }

    @Test
    void pauses_grow_up_to_the_longest_and_differ_by_a_fifth() {
        double[] random = {0.5};
        var pauses = new StreamPauses(Duration.ofSeconds(1), Duration.ofSeconds(60), () -> random[0]);
        assertThat(List.of(pauses.next(), pauses.next(), pauses.next()))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        for (int i = 0; i < 100; i++) {
            pauses.next();
        }
        random[0] = 0;
        assertThat(pauses.next()).isEqualTo(Duration.ofSeconds(48));
        random[0] = 1;
        assertThat(pauses.next()).isEqualTo(Duration.ofSeconds(72));
        pauses.over();
        random[0] = 0.5;
        assertThat(pauses.next()).isEqualTo(Duration.ofSeconds(1));
    }
}
