package io.redress.blackbox;

import static io.redress.blackbox.Complainants.ANOTHER;
import static io.redress.blackbox.Complainants.PEOPLE;
import static io.redress.blackbox.Complainants.SOMEBODY;
import static io.redress.blackbox.Complainants.files;
import static io.redress.blackbox.Complainants.forget;
import static io.redress.blackbox.Complainants.people;
import static io.redress.blackbox.Complainants.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting, proved by {@code grep} over the files of the hub. */
class ForgettingIT {

    @TempDir
    Path folder;

    @Test
    void nothing_of_a_person_is_left_in_the_data_folder_nor_comes_back_with_a_backup() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        try (var hub = Complainants.hub(folder)) {
            hub.start();
            people(hub);
            for (String value : values(SOMEBODY)) {
                assertThat(files(data, value)).as(value).isNotEmpty();
            }
            hub.close();
            run("cp", "-a", data.toString(), backup.toString());
            hub.start();

            assertThat(forget(hub, SOMEBODY)).isEmpty();
            for (String value : values(SOMEBODY)) {
                assertThat(files(data, value)).as(value).isEmpty();
            }
            assertThat(files(data, values(ANOTHER).get(1))).isNotEmpty();
            assertThat(TicketConsumer.drain(hub)).hasSize(PEOPLE - 1);
            hub.close();

            run("cp", data.resolve("forgotten.log").toString(), backup.toString());
            run("rm", "-r", data.toString());
            run("mv", backup.toString(), data.toString());
            hub.start();
            assertThat(files(data, values(SOMEBODY).get(1)))
                    .as("back with the backup")
                    .isNotEmpty();
            assertThat(new ObjectMapper()
                            .readTree(hub.begin("/persons/forget-again", ""))
                            .toString())
                    .isEqualTo("{\"begun\":1,\"unreadable\":[]}");
            await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(values(SOMEBODY))
                    .allSatisfy(value -> assertThat(files(data, value)).isEmpty()));
            assertThat(files(data, values(ANOTHER).get(1))).isNotEmpty();
            assertThat(TicketConsumer.drain(hub)).hasSize(PEOPLE - 1);
        }
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
