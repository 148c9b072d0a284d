package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.Finding;
import io.redress.routes.file.RouteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

class FrameworkSettingsCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mailbox.hots: imap.example.com         | nothing reads the key 'mailbox.hots'        | did you mean 'mailbox.host'?
            mailbox.usernme: x                     | nothing reads the key 'mailbox.usernme'     | did you mean 'mailbox.username'?
            maibox.host: x                         | nothing reads the key 'maibox.host'         | did you mean 'mailbox.host'?
            mail-servr.port: 25                    | nothing reads the key 'mail-servr.port'     | did you mean 'mail-server.port'?
            wecom.corpid: x                        | nothing reads the key 'wecom.corpid'        | did you mean 'wecom.corp-id'?
            partner-webhok.secret: x               | nothing reads the key 'partner-webhok.secret' | did you mean 'partner-webhook.secret'?
            rt.tokn: x                             | nothing reads the key 'rt.tokn'             | did you mean 'rt.token'?
            crm.ulr: x                             | nothing reads the key 'crm.ulr'             | did you mean 'crm.url'?
            tryton.pasword: x                      | nothing reads the key 'tryton.pasword'      | did you mean 'tryton.password'?
            erp-lookup.qery: x                     | nothing reads the key 'erp-lookup.qery'     | did you mean 'erp-lookup.query'?
            server.prot: 8080                      | nothing reads the key 'server.prot'         | did you mean 'server.port'?
            spring.main.banner-mod: x              | nothing reads the key 'spring.main.banner-mod' | did you mean 'spring.main.banner-mode'?
            server.port: 80800                     | 'server.port: 80800' cannot be meant        | write a port from 1 to 65535
            server.port: -1                        | 'server.port: -1' cannot be meant           | write a port from 1 to 65535
            management.server.port: 808080         | 'management.server.port: 808080' cannot be meant | write a port from 1 to 65535
            server.port: many                      | 'server.port: many' cannot be read          | write a value of type Integer
            """)
    void a_key_that_looks_like_another_is_named(String line, String problem, String remedy) throws IOException {
        assertThat(findings(line)).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.problem()).isEqualTo(problem);
            assertThat(finding.remedy()).isEqualTo(remedy);
        });
    }

    @Test
    void a_value_that_fits_and_that_another_file_replaces_is_not_told() throws IOException {
        environment("application.yaml", "server.port: 8080\n");
        assertThat(findings("server.port: eighty")).singleElement().satisfies(finding -> assertThat(finding.problem())
                .contains("eighty"));
    }

    @Test
    void known_keys_and_those_of_ones_own_are_left_alone() throws IOException {
        assertThat(findings(
                        "mailbox.host: x\nserver.port: 80\nserver.address: \"::1\"\nserver.tomcat.threads.max: 9\nmanagement.server.port: -1\n"
                                + "logging.level.io.redress: DEBUG\nshop.name: x\ncamel.main.name: y\n"))
                .isEmpty();
    }

    private final StandardEnvironment environment = new StandardEnvironment();

    private void environment(String name, String yaml) throws IOException {
        Path file = Files.writeString(Files.createTempDirectory(folder, "shop").resolve(name), yaml);
        new YamlPropertySourceLoader()
                .load(file.toString(), new FileSystemResource(file))
                .forEach(environment.getPropertySources()::addFirst);
    }

    private List<Finding> findings(String yaml) throws IOException {
        environment("application.yaml", yaml);
        return new FrameworkSettingsCheck(environment, new RouteFiles(Path.of("routes")), Path.of("config")).run();
    }
}
