package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People who complain by the form, and one of them who wants to be forgotten. */
final class Complainants {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code -Dforget.people=5000} for more than a build has time for. */
    static final int PEOPLE = Integer.getInteger("forget.people", 100);

    static final int SOMEBODY = PEOPLE / 2;
    static final int ANOTHER = PEOPLE / 3;

    private Complainants() {}

    /** A hub that takes as many forms as come. */
    static HubProcess hub(Path folder) {
        return new HubProcess(folder).set("redress.web-form.per-minute", 1_000_000);
    }

    static List<String> values(int person) {
        String digits = String.format("%08d", person);
        return List.of(
                "139" + digits, "p" + digits + "@people.example", "the kettle of person " + digits + " whistles");
    }

    static void people(HubProcess hub) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            List<String> values = values(person);
            numbers.add(FormSubmission.posted(
                    hub,
                    "{\"phone\":\"%s\",\"email\":\"%s\",\"text\":\"%s\"}"
                            .formatted(values.get(0), values.get(1), values.get(2))));
        }
        for (String number : numbers) {
            await().pollDelay(Duration.ZERO)
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> hub.api("/tickets/" + number).contains(number));
        }
    }

    /** Gives what is left over. */
    static String forget(HubProcess hub, int person) throws Exception {
        String order = "{\"value\":\"" + values(person).get(0) + "\",\"confirm\":1}";
        String id =
                JSON.readTree(hub.begin("/persons/forget", order)).path("id").asText();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> forgetting(hub, id).path("state").asText().equals("done"));
        return forgetting(hub, id).path("leftOver").asText();
    }

    static JsonNode forgetting(HubProcess hub, String id) throws IOException {
        return JSON.readTree(hub.api("/persons/forgettings/" + id));
    }

    static List<String> files(Path folder, String value) throws Exception {
        var command = new ProcessBuilder("grep", "-r", "-a", "-l", "-i", "-F", "--", value, folder.toString());
        command.environment().put("LC_ALL", "C"); // byte by byte: a tenth of the time
        var grep = command.start();
        List<String> found = new String(grep.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(grep.waitFor()).as("grep").isBetween(0, 2); // 2: a file went away meanwhile
        return found;
    }
}
