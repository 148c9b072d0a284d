package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.testing.TestServer;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
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

/** Another system's history, through the whole hub. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/routes/history.camel.yaml")
class HistoryImportTest {

    private static final Duration SOON = Duration.ofSeconds(120);

    private static final String ROWS = """
            complaint id,customer,phone,email,complaint,created,category,priority,status,closed
            H-1,Ann,13800138000,ann@example.com,The kettle leaks,2024-05-01 09:00:00,物流,紧急,已关闭,2024-05-03 17:30:00
            H-2,Bob,13800138001,bob@example.com,The fan burned my hand,2024-06-01 09:00:00,,低,closed,
            H-3,Cid,13800138002,cid@example.com,The lamp is broken,2024-07-01 09:00:00,nonsense,,in progress,
            H-4,Dee,13800138003,dee@example.com,,2024-07-01 09:00:00,,,closed,
            """;

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionFactory connections;

    @Test
    void closed_rows_become_closed_tickets_with_their_own_dates_and_nothing_else_happens() throws IOException {
        drop("history.csv");
        await().atMost(SOON).until(() -> count("imported") == 2 && count("ticketed") == 1 && count("invalid") == 1);

        assertThat(tickets("status = 'closed'")).isEqualTo(2);
        assertThat(time("received_at", "H-1")).isEqualTo(OffsetDateTime.parse("2024-05-01T09:00:00+08:00"));
        assertThat(time("closed_at", "H-1")).isEqualTo(OffsetDateTime.parse("2024-05-03T17:30:00+08:00"));
        assertThat(time("closed_at", "H-2")).isEqualTo(OffsetDateTime.parse("2024-06-01T09:00:00+08:00"));
        assertThat(text("category", "H-1")).isEqualTo("logistics");
        assertThat(text("priority", "H-1")).isEqualTo("urgent");
        assertThat(text("priority", "H-2")).isEqualTo("major");
        assertThat(events("H-1")).containsExactly("received", "closed", "imported", "triaged");

        assertThat(of("select count(*) from ticket_clock c", "H-3")).isEqualTo(2);
        for (String key : List.of("H-1", "H-2")) {
            assertThat(of("select count(*) from ticket_clock c", key)).isZero();
            assertThat(of("select count(*) from due_work c", key)).isZero();
            assertThat(of("select count(*) from delivery c", key)).isZero();
        }
        assertThat(text("status", "H-3")).isEqualTo("received");
        await().atMost(SOON).until(() -> waiting("complaints." + text("category", "H-3")) == 1);
        assertThat(waiting("complaints.logistics")).isZero();
        assertThat(waiting("escalations")).isZero();

        drop("again.csv");
        await().atMost(SOON).until(() -> count("duplicate") == 3 && count("invalid") == 2);
        assertThat(tickets("true")).isEqualTo(3);
    }

    private static void drop(String name) throws IOException {
        Path inbox = Files.createDirectories(data.resolve("inbox/history"));
        Path part = Files.writeString(inbox.resolve(name + ".part"), ROWS);
        Files.move(part, inbox.resolve(name));
    }

    private int count(String state) {
        return jdbc.sql("select count(*) from item where channel = 'history' and state = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }

    private int tickets(String condition) {
        return jdbc.sql("select count(*) from ticket where channel = 'history' and " + condition)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime time(String column, String key) {
        return jdbc.sql("select t." + column + " from ticket t join item i on i.id = t.item_id where i.source_key = ?")
                .param("call:" + key)
                .query(OffsetDateTime.class)
                .single();
    }

    private String text(String column, String key) {
        return jdbc.sql("select t." + column + " from ticket t join item i on i.id = t.item_id where i.source_key = ?")
                .param("call:" + key)
                .query(String.class)
                .single();
    }

    private List<String> events(String key) {
        return jdbc.sql("""
                        select e.what from event e join item i on i.ticket_number = e.ticket_number
                        where i.source_key = ? order by e.position
                        """).param("call:" + key).query(String.class).list();
    }

    private int of(String select, String key) {
        return jdbc.sql(
                        select
                                + " join item i on i.ticket_number = c.ticket_number where i.state <> 'duplicate' and i.source_key = ?")
                .param("call:" + key)
                .query(Integer.class)
                .single();
    }

    private int waiting(String queue) {
        Integer waiting = new JmsTemplate(connections).browse(queue, (session, browser) -> {
            int found = 0;
            for (var messages = browser.getEnumeration(); messages.hasMoreElements(); messages.nextElement()) {
                found++;
            }
            return found;
        });
        return waiting == null ? 0 : waiting;
    }
}
