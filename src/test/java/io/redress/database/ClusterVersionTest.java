package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterVersionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"14\n", "16\n", "17\n", "9.6\n", "1\n", "155\n"})
    void a_database_of_another_major_version_is_refused_with_the_remedy(String version) throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), version);
        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.start(folder, "secret"))
                .withMessageContaining("PostgreSQL " + version.strip() + ",")
                .withMessageContaining("docs/operations.md");
        assertThat(folder.resolve("postgres-bin")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"15\n", "15", " 15 "})
    void a_database_of_the_hubs_own_major_version_is_taken(String version) throws IOException {
        Files.writeString(folder.resolve("PG_VERSION"), version);
        assertThatCode(() -> ClusterVersion.check(folder)).doesNotThrowAnyException();
    }

    @Test
    void no_database_yet_is_no_fault() {
        assertThatCode(() -> ClusterVersion.check(folder.resolve("none"))).doesNotThrowAnyException();
    }
}
