package io.redress.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PersonExportTest extends PersonHub {

    @Test
    void who_came_back_with_a_backup_is_forgotten_again_beside_a_ticket_that_cannot_be_read() throws Exception {
        person("R-260701-BACK01", "", "back@example.com", "");
        String backup = document("R-260701-BACK01");
        forgotten("back@example.com", 1);
        jdbc.sql("update ticket set document = ?::jsonb, forgotten_at = null where number = 'R-260701-BACK01'")
                .param(backup)
                .update();
        person("R-260701-BACK02", "", "back@example.com", "");
        jdbc.sql("update ticket set received_at = now() + interval '1 day' where number = 'R-260701-BACK02'")
                .update();

        person("R-260701-BACK09", "", "", "");
        jdbc.sql("update ticket set document = document #- '{customer,phones}' where number = 'R-260701-BACK09'")
                .update();

        JsonNode again = read(asked("/api/persons/forget-again", Map.of()));
        assertThat(again.path("begun").asInt()).isEqualTo(1);
        assertThat(again.path("unreadable").toString()).contains("R-260701-BACK09");
        jdbc.sql(
                        "update ticket set document = jsonb_set(document, '{customer,phones}', '[]') where number = 'R-260701-BACK09'")
                .update();

        await().atMost(SOON.multipliedBy(3))
                .until(() -> !document("R-260701-BACK01").contains("back@example.com"));
        assertThat(document("R-260701-BACK02")).contains("back@example.com");
    }

    @Test
    void a_ticket_that_was_forgotten_by_its_number_is_forgotten_again_when_a_backup_brings_it_back() throws Exception {
        person("R-260701-BACK03", "", "number@example.com", "");
        String backup = document("R-260701-BACK03");
        forgotten("R-260701-BACK03", 1);
        jdbc.sql("update ticket set document = ?::jsonb, forgotten_at = null where number = 'R-260701-BACK03'")
                .param(backup)
                .update();

        asked("/api/persons/forget-again", Map.of());

        await().atMost(SOON.multipliedBy(3))
                .until(() -> !document("R-260701-BACK03").contains("number@example.com"));
    }

    @Test
    void an_export_holds_everything_and_the_history_says_who_took_it() throws Exception {
        person("R-260701-EXPX01", "", "export@example.com", "");
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        request("/api/persons/export")
                                .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"value\":\"export@example.com\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        Map<String, String> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String item = item("R-260701-EXPX01");
        assertThat(files.keySet())
                .containsAll(Set.of(
                        "index.md",
                        "tickets/R-260701-EXPX01/ticket.json",
                        "tickets/R-260701-EXPX01/history.json",
                        "arrivals/" + item + "/original.bin",
                        "arrivals/" + item + "/arrival.json"));
        assertThat(files.get("index.md")).contains("R-260701-EXPX01");
        assertThat(files.get("tickets/R-260701-EXPX01/ticket.json")).contains("export@example.com");
        assertThat(read(get("/api/tickets/R-260701-EXPX01")).path("history").toString())
                .contains("exported", "tester");
    }

    @Test
    void retention_is_shown_by_kind_and_is_off_as_shipped() throws Exception {
        JsonNode shown = read(get("/api/retention"));
        assertThat(shown.path("enabled").asBoolean()).isFalse();
        assertThat(shown.path("items")).hasSize(11);
    }
}
