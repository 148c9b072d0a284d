package io.redress.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.redress.blackbox.HubProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The package that the build made, on this machine: {@code src/test/systems/debian-package.sh} does it and says what held. */
@Tag("systems")
class DebianPackageIT {

    @Test
    void it_installs_runs_upgrades_with_data_and_goes() throws Exception {
        assumeThat(Path.of("/usr/bin/dpkg")).as("a Debian").exists();
        assumeThat(System.getProperty("user.name")).as("who may install").isEqualTo("root");
        assumeThat(List.of(Path.of("/etc/redress"), Path.of("/var/lib/redress")))
                .as("a machine on which Redress is not installed, as this purges it")
                .noneMatch(Files::exists);
        String port = String.valueOf(HubProcess.freePort());
        Process test = new ProcessBuilder("src/test/systems/debian-package.sh", built().toString(), port)
                .redirectErrorStream(true)
                .start();
        test.getOutputStream().close();
        List<String> said = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(test.waitFor()).as("%s", said).isZero();
        assertThat(said)
                .containsExactly(
                        "ok the data is the hub's user's alone, and its settings are for its group to read",
                        "ok redress runs the commands on the rules of the package, on files of the caller's folder",
                        "ok the service's command takes a complaint as user redress",
                        "ok an upgrade keeps what was edited, and renews what was not",
                        "ok an upgrade keeps the tickets",
                        "ok removing keeps rules, secrets and data",
                        "ok purging removes everything");
    }

    private static Path built() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
