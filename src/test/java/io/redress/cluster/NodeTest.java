package io.redress.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {

    @TempDir
    Path data;

    @Test
    void a_node_is_the_same_over_restarts_and_another_one_with_another_data_folder() throws IOException {
        Node before = Node.of(data.resolve("node.id"), "shop-1");
        assertThat(Node.of(data.resolve("node.id"), "renamed").id()).isEqualTo(before.id());
        assertThat(Node.of(data.resolve("other.id"), "shop-1").id()).isNotEqualTo(before.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("node.id"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_id_that_a_crash_left_half_written_is_made_anew() throws IOException {
        Path file = Files.writeString(data.resolve("node.id"), "3f2a");
        Node node = Node.of(file, "shop-1");
        assertThat(Node.of(file, "shop-1")).isEqualTo(node);
    }
}
