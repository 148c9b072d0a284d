package io.redress.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsecurePermissionsTest {

    @TempDir
    Path folder;

    @Test
    void root_is_told() {
        assertThat(new InsecurePermissions().process(true).found())
                .singleElement()
                .asString()
                .contains("root", "user of its own");
        assertThat(new InsecurePermissions().process(false).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rwx------,false", "rwx--x---,false", "rwx--x--x,true", "rwxr-x---,true", "rwxrwxrwx,true"})
    void a_secret_folder_is_its_owners_alone(String permissions, boolean told) throws IOException {
        set(folder, permissions);
        var found = new InsecurePermissions().secret(folder).found();
        assertThat(found).hasSize(told ? 1 : 0);
        assertThat(found).allSatisfy(text -> assertThat(text).contains(folder.toString(), "chmod go-rwx"));
    }

    @ParameterizedTest
    @CsvSource({"rwxr-xr-x,false", "rwxrwxr-x,true", "rwxr-xrwx,true"})
    void rules_may_be_read_but_not_changed_by_others(String permissions, boolean told) throws IOException {
        set(folder, permissions);
        assertThat(new InsecurePermissions().rules(folder).found()).hasSize(told ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mailbox:\n  password: letmein\n", "wecom.secret: abc", "  token: \"x\"", "encoding-aes-key: abc"
            })
    void settings_with_secrets_are_nobody_elses(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("application.yaml"), yaml);
        set(file, "rw-r--r--");
        assertThat(new InsecurePermissions().settings(file).found())
                .singleElement()
                .asString()
                .contains("chmod go-r");
        set(file, "rw-------");
        assertThat(new InsecurePermissions().settings(file).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: \"\"",
                "token: \"\"   # CRM_TOKEN",
                "secret: ${X}",
                "key: file:/etc/k",
                "password:\n",
                "port: 1"
            })
    void settings_without_secrets_may_be_read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("application.yaml"), yaml);
        set(file, "rw-r--r--");
        assertThat(new InsecurePermissions().settings(file).found()).isEmpty();
    }

    @Test
    void the_shipped_settings_hold_no_secret() throws IOException {
        Path file = Files.copy(Path.of("config/application.yaml"), folder.resolve("application.yaml"));
        set(file, "rw-r--r--");
        assertThat(new InsecurePermissions().settings(file).found()).isEmpty();
    }

    @Test
    void what_is_not_there_is_not_told() throws IOException {
        assertThat(new InsecurePermissions()
                        .secret(folder.resolve("no"))
                        .rules(folder.resolve("no"))
                        .settings(folder.resolve("no"))
                        .found())
                .isEmpty();
    }

    private static void set(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
