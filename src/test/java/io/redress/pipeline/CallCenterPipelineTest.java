package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.testing.TestServer;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the inbox folder to the queues, through the whole hub. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:routes/channels/call-center.camel.yaml")
class CallCenterPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
    }

    private int dispatched;

    @Autowired
    ProducerTemplate camel;

    @Autowired
    HandOff handOff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionFactory connections;

    @Test
    void a_thousand_rows_of_which_twelve_are_bad_become_988_tickets_and_the_same_file_again_none() throws IOException {
        var rows = new StringBuilder("客户姓名,电话,投诉内容\r\n");
        for (int i = 0; i < 1000; i++) {
            String phone = i % 80 == 7 && i < 960 ? "1.38E+10" : "138" + (10_000_000 + i);
            rows.append("客户").append(i).append(',').append(phone).append(",沙发有色差\r\n");
        }
        drop("calls.csv", rows.toString());
        await().atMost(SOON).until(() -> count("ticketed") == 988 && count("invalid") == 12);
        await().atMost(SOON)
                .until(() -> report("calls.csv.rejected.csv").lines().count() == 13);
        await().atMost(SOON).until(() -> (dispatched += drain()) == 988);

        drop("again.csv", rows.toString());
        await().atMost(SOON).until(() -> count("duplicate") == 988 && count("invalid") == 24);
        assertThat(count("ticketed")).isEqualTo(988);
        assertThat(drain()).isZero();
    }

    @Test
    void of_a_batch_that_cannot_be_sent_whole_nothing_is_sent() {
        List<Object> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batch.add(row("batch-" + i));
        }
        batch.add(new Object() {
            @SuppressWarnings("unused") // read by the JSON writer, which it breaks
            public String getBroken() {
                throw new IllegalStateException("cannot be written");
            }
        });
        assertThatThrownBy(() -> camel.sendBody("direct:hand-off-batch", batch))
                .hasStackTraceContaining("cannot be written");
        camel.sendBody("direct:hand-off-batch", List.of(row("after")));
        await().atMost(SOON).until(() -> keyed("after") == 1);
        assertThat(keyed("batch-%")).isZero();
    }

    private RawMessage row(String key) {
        byte[] row = "{\"columns\":{\"投诉内容\":\"%s\",\"call id\":\"%s\"}}"
                .formatted(key, key)
                .getBytes(StandardCharsets.UTF_8);
        return handOff.receive(
                "batch", "call-row", row, Map.of("mapping", "call-center", "file", "x.csv", "line", "1"), null);
    }

    private static void drop(String name, String text) throws IOException {
        Path inbox = Files.createDirectories(data.resolve("inbox/call-center"));
        Path part = Files.writeString(inbox.resolve(name + ".part"), text, Charset.forName("GBK"));
        Files.move(part, inbox.resolve(name));
    }

    private static String report(String name) throws IOException {
        try (var files = Files.walk(data.resolve("inbox/call-center/done"))) {
            var report = files.filter(file -> file.endsWith(name)).findFirst();
            return report.isPresent() ? Files.readString(report.get()) : "";
        }
    }

    private int count(String state) {
        return jdbc.sql("select count(*) from item where channel = 'call-center' and state = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }

    private int keyed(String key) {
        return jdbc.sql("select count(*) from item where channel = 'batch' and source_key like ?")
                .param("call:" + key)
                .query(Integer.class)
                .single();
    }

    private int drain() {
        Integer count = new JmsTemplate(connections)
                .execute(
                        session -> {
                            int received = 0;
                            try (var consumer = session.createConsumer(session.createQueue("complaints.mismatch"))) {
                                while (consumer.receive(500) != null) {
                                    received++;
                                }
                            }
                            return received;
                        },
                        true);
        return count == null ? 0 : count;
    }
}
