package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import io.redress.intake.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Many mails and rows of files wait while somebody fills in a form. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.intake.consumers=1"})
class BulkPipelineTest extends IntakeHub {

    private static final int MANY = 200;

    @Test
    void a_form_is_a_ticket_while_mails_and_rows_of_files_still_wait() throws Exception {
        context.getRouteController().suspendRoute("intake-mail");
        context.getRouteController().suspendRoute("intake-files");
        List<RawMessage> waiting = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            waiting.add(handedOff("complaints-mailbox", "email", mail(i), null));
            waiting.add(row(i));
        }
        RawMessage form = handedOff(
                "complaint-form",
                "web-form",
                "{\"text\":\"The kettle leaks.\",\"email\":\"lin@example.com\"}",
                "form-1",
                Map.of("content-type", "application/json"));
        awaitEnded(List.of(form));
        assertThat(state(form)).isEqualTo("ticketed");
        assertThat(waiting.stream().map(this::state)).containsOnly("");

        context.getRouteController().resumeRoute("intake-mail");
        context.getRouteController().resumeRoute("intake-files");
        awaitEnded(waiting);
        assertThat(waiting.stream().map(this::state)).containsOnly("ticketed");
    }

    private RawMessage row(int number) {
        String row = "{\"columns\":{\"phone\":\"1380013%04d\",\"text\":\"The kettle leaks\"}}".formatted(number);
        RawMessage raw = handOff.receive(
                "call-center",
                "call-row",
                row.getBytes(StandardCharsets.UTF_8),
                Map.of("mapping", "call-center", "file", "calls.csv", "line", String.valueOf(number)),
                "row-" + number);
        camel.sendBody("direct:hand-off-batch", List.of(raw));
        return raw;
    }

    private static String mail(int number) {
        return "From: lin" + number + "@example.com\r\nMessage-ID: <m" + number
                + "@example.com>\r\n\r\nThe kettle that I bought leaks.\r\n";
    }
}
