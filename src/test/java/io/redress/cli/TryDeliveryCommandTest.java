package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryDeliveryCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_request_is_shown_without_its_secret_and_not_sent() throws Exception {
        CommandRun run = CommandRun.of("try-delivery", "crm", ticket());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("POST https://crm.example.com/api/cases");
        assertThat(run.out()).contains("Authorization: ***", "Idempotency-Key: ", "\"queue\":\"return\"");
        assertThat(run.out()).doesNotContain("Harbour Street"); // the CRM does not receive the text of other fields
    }

    @Test
    void an_unknown_target_is_told_with_a_remedy() throws Exception {
        CommandRun run = CommandRun.of("try-delivery", "crn", ticket());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains("there is no target 'crn'", "did you mean 'crm'?");
    }

    private String ticket() throws Exception {
        String json = CommandRun.of("try", "complaint-form", "src/test/resources/sandbox/form/return.json", "--json")
                .out();
        return Files.writeString(folder.resolve("ticket.json"), json).toString();
    }
}
