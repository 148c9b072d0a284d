package io.redress.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.redress.Redress;
import io.redress.cli.CommandRun;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.offline.OfflineContext;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.reload.RouteReloader;
import io.redress.routes.reload.RouteStatus.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** Mistakes of new users, all in one folder: {@code check}, the start and the reload each name every one of them. */
class SettingsMistakesTest {

    private static final Path TABLES = Path.of("src/test/resources/settings");

    @TempDir
    static Path folder;

    /** What must be said, by file: line, words before and after the arrow. */
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    private static final Map<String, String> MISTAKES = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        copy(Path.of("routes"), folder.resolve("routes"));
        copy(Path.of("config"), folder.resolve("config"));
        write("routes/channels/warranty.camel.yaml", channel("warranty", "web-form-source", "path: /warranty", ""));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
            }
        }
        for (String line : Files.readAllLines(TABLES.resolve("channels.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] part = line.split("\\|", 5);
                String file = "routes/channels/" + part[0] + ".camel.yaml";
                MISTAKES.put(file, channel(part[0], part[1], part[2].strip(), part[3]));
                EXPECTED.put(file, part[4]);
            }
        }
        for (String entry : Files.readString(TABLES.resolve("files.txt")).split("(?m)^=== ")) {
            if (!entry.startsWith("#")) {
                String[] head = entry.substring(0, entry.indexOf('\n')).split("\\|", 2);
                MISTAKES.put(head[0], entry.substring(entry.indexOf('\n') + 1));
                EXPECTED.put(head[0], head[1]);
            }
        }
        EXPECTED.put("routes/channels/m9.camel.yaml", "3: is not UTF-8 → save the file in UTF-8");
        System.setProperty("redress.routes-dir", folder.resolve("routes").toString());
        System.setProperty("redress.config-dir", folder.resolve("config").toString());
    }

    @AfterAll
    static void forget() {
        System.clearProperty("redress.routes-dir");
        System.clearProperty("redress.config-dir");
    }

    @Test
    void each_is_named_by_check_and_start_and_reload_alike() throws IOException {
        List<Finding> reloaded;
        try (var dormant = new OfflineContext(Redress.class);
                var camel = new DefaultCamelContext()) {
            RouteFiles files = dormant.bean(RouteFiles.class);
            var reloader = new RouteReloader(files, dormant.bean(RouteChecker.class), camel, Clock.systemUTC());
            reloader.start();
            writeMistakes();
            reloader.poll();
            reloader.poll();
            assertThat(reloader.status())
                    .filteredOn(status -> !EXPECTED.containsKey(relative(status.file())))
                    .as("no healthy file is held up")
                    .allMatch(status ->
                            status.state() == State.RUNNING && status.findings().isEmpty());
            reloaded = reloader.status().stream()
                    .flatMap(status -> status.findings().stream())
                    .toList();
        }
        names(reloaded, "routes/");

        Throwable start = catchThrowable(() -> new SpringApplication(Redress.class)
                .run("--spring.main.web-application-type=none", "--redress.data-dir=" + folder.resolve("data")));
        assertThat(start).isInstanceOf(InvalidConfiguration.class);
        assertThat(folder.resolve("data"))
                .as("neither broker nor database was begun")
                .doesNotExist();
        names(((InvalidConfiguration) start).findings(), "");

        CommandRun check = CommandRun.of("check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err()).doesNotContain("Exception");
        for (Finding finding : ((InvalidConfiguration) start).findings()) {
            assertThat(check.lines()).contains(finding.toString());
        }
        assertThat(check.lines().size())
                .isEqualTo(((InvalidConfiguration) start).findings().size() + 1);
    }

    private static void names(Collection<Finding> findings, String below) {
        var problems = new ArrayList<String>();
        EXPECTED.forEach((file, expected) -> {
            if (file.startsWith(below)) {
                for (String one : expected.split("; (?=\\d+: )")) {
                    if (findings.stream().noneMatch(finding -> says(finding, file, one))) {
                        problems.add(file + ":" + one + "\n     said: "
                                + findings.stream()
                                        .filter(finding ->
                                                relative(finding.file()).equals(file))
                                        .toList());
                    }
                }
            }
        });
        assertThat(problems).isEmpty();
        assertThat(findings)
                .as("only what is wrong is named")
                .allMatch(finding -> EXPECTED.containsKey(relative(finding.file())));
    }

    private static boolean says(Finding finding, String file, String expected) {
        int colon = expected.indexOf(": ");
        String[] words = expected.substring(colon + 2).split(" → ", 2);
        return relative(finding.file()).equals(file)
                && finding.line() == Integer.parseInt(expected.substring(0, colon))
                && finding.problem().contains(words[0])
                && (words.length == 1 || finding.remedy().contains(words[1]));
    }

    private static void writeMistakes() throws IOException {
        for (var mistake : MISTAKES.entrySet()) {
            write(mistake.getKey(), mistake.getValue());
        }
        Path gbk = folder.resolve("routes/channels/m9.camel.yaml");
        String text = channel("m9", "", "path: /m9", "").replace("    from:", "    description: 退货入口\n    from:");
        Files.write(gbk, text.getBytes(Charset.forName("GBK")));
    }

    private static String channel(String name, String kamelet, String parameters, String step) {
        return "- route:\n    id: " + name + "\n    from:\n      uri: kamelet:"
                + (kamelet.isEmpty() ? "web-form-source" : kamelet) + "\n      parameters: {channel: " + name
                + (parameters.isEmpty() ? "" : ", " + parameters) + "}\n      steps:\n        - to: "
                + (step.isEmpty() ? "direct:hand-off" : step) + "\n";
    }

    private static String relative(Path file) {
        return (file.isAbsolute() ? folder.relativize(file) : file).toString();
    }

    private static void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
