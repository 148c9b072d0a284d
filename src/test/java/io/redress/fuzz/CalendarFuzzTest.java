package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.configfile.InvalidConfiguration;
import io.redress.servicelevel.ServiceLevels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** iCalendar files of holidays, imported by the calendar that the shipped policies use. */
class CalendarFuzzTest {

    private final Path config;

    CalendarFuzzTest() throws IOException {
        config = Files.createTempDirectory(Files.createDirectories(Path.of("target/fuzz")), "config");
        Files.copy(Path.of("config/service-levels.yaml"), config.resolve("service-levels.yaml"));
        Files.writeString(Files.createDirectories(config.resolve("calendars")).resolve("china.yaml"), """
                zone: Asia/Shanghai
                import: [holidays.ics]
                hours: {monday: "09:00-18:00", friday: "09:00-17:00"}
                """);
    }

    @FuzzTest
    void any_file_gives_holidays_or_findings(byte[] ics) throws IOException {
        Files.write(config.resolve("calendars/holidays.ics"), ics);
        try {
            ServiceLevels.read(config);
        } catch (InvalidConfiguration e) {
            assertThat(e.findings().stream()
                            .map(finding -> finding.file().getFileName().toString())
                            .collect(Collectors.toSet()))
                    .containsOnly("holidays.ics");
        }
    }
}
