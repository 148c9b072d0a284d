package io.redress.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit for systemd that operations copy. */
class ServiceUnitTest {

    private static final Path UNIT = Path.of("docs/redress.service");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for \\S+: ([0-9.]+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User=redress",
                "UMask=0077",
                "KillMode=mixed",
                "StateDirectoryMode=0700",
                "Environment=LANG=C.UTF-8 REDRESS_DATA_DIR=/var/lib/redress",
                "NoNewPrivileges=true",
                "CapabilityBoundingSet=",
                "ProtectSystem=strict",
                "ProtectHome=true",
                "PrivateTmp=true",
                "RestrictSUIDSGID=true",
                "SystemCallFilter=@system-service"
            })
    void it_is_hardened(String directive) throws Exception {
        assertThat(Files.readAllLines(UNIT)).contains(directive);
    }

    @Test
    void it_does_not_forbid_what_java_needs() throws Exception {
        assertThat(Files.readAllLines(UNIT)).noneMatch(line -> line.startsWith("MemoryDenyWriteExecute="));
    }

    @Test
    void systemd_finds_it_little_exposed() throws Exception {
        Path tool = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(Files.isExecutable(tool), "no systemd here");
        var process = new ProcessBuilder(tool.toString(), "security", "--offline=true", "--no-pager", UNIT.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var exposure = EXPOSURE.matcher(said);
        assumeTrue(exposure.find(), "a systemd that cannot judge a file");
        assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(2.5);
    }
}
