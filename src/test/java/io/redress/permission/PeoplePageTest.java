package io.redress.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/people.md} says what the enums say. */
class PeoplePageTest {

    @Test
    void the_page_says_of_each_role_what_it_may() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("docs/people.md"));
        List<String> wanted = new ArrayList<>();
        wanted.add("permission,may," + String.join(",", keys()));
        for (Permission permission : Permission.values()) {
            var row = new ArrayList<>(List.of("`" + permission.key() + "`", permission.meaning()));
            for (Role role : Role.values()) {
                row.add(role.permissions().contains(permission) ? "yes" : "");
            }
            wanted.add(String.join(",", row));
        }
        List<String> table = lines.stream()
                .dropWhile(line -> !line.startsWith("| permission "))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---"))
                .map(line -> String.join(
                        ",",
                        Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                                .map(String::strip)
                                .toList()))
                .toList();
        assertThat(table).isEqualTo(wanted);
    }

    private static List<String> keys() {
        return Arrays.stream(Role.values()).map(Role::key).toList();
    }
}
