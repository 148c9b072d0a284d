package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/file.camel.yaml")
class FileDeliveryTest extends DeliveryContract {

    private static final Folder FOLDER = new Folder();

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("faulty.folder", () -> FOLDER.path.toString());
    }

    @Override
    FaultyTarget target() {
        return FOLDER;
    }

    @Override
    Set<TargetFault> possible() {
        return EnumSet.of(TargetFault.AWAY);
    }

    @Test
    void a_file_has_a_header_and_a_line_in_the_targets_fields() {
        String number = opened();
        awaitDelivered(number);
        assertThat(FOLDER.told(number).get(0).lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("reference,subject,description,opened,queue,priority,source");
    }

    private static final class Folder extends SwitchedTarget {

        private final Path path;

        Folder() {
            try {
                path = Files.createTempDirectory("faulty").resolve("in");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        void goAway() throws IOException {
            Files.createDirectories(path);
            Files.move(path, path.resolveSibling("aside"));
            Files.writeString(path, "no folder");
        }

        @Override
        void comeBack() throws IOException {
            Files.delete(path);
            Files.move(path.resolveSibling("aside"), path);
        }

        @Override
        public List<String> records() {
            return files().stream().map(file -> file.substring(0, 15)).toList();
        }

        @Override
        public List<String> told(String number) {
            return files().stream()
                    .filter(file -> file.startsWith(number))
                    .map(file -> read(path.resolve(file)))
                    .toList();
        }

        private List<String> files() {
            try (Stream<Path> files = Files.list(path)) {
                return files.map(file -> file.getFileName().toString()).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
