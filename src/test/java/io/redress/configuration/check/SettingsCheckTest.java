package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.settings.SettingNames;
import io.redress.settings.SettingsInEnvironment;
import io.redress.settings.channel.AttachmentSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class SettingsCheckTest {

    @TempDir
    Path folder;

    @Test
    void known_settings_with_fitting_values_have_no_findings() throws IOException {
        assertThat(findings(
                        "redress:\n  zone: Asia/Taipei\n  broker:\n    connections: 4\n  routes:\n    reload: 5s\n"))
                .isEmpty();
    }

    @Test
    void a_misspelt_setting_is_told_with_its_line_and_the_right_one() throws IOException {
        assertThat(findings("redress:\n  zone: Asia/Taipei\n  public-ulr: http://x\n"))
                .singleElement()
                .asString()
                .contains(
                        "application.yaml:3: unknown setting 'redress.public-ulr' → did you mean 'redress.public-url'?");
    }

    @Test
    void a_misspelt_setting_of_a_group_is_told() throws IOException {
        assertThat(findings("redress:\n  broker:\n    conections: 4\n"))
                .singleElement()
                .asString()
                .contains(
                        ":3: unknown setting 'redress.broker.conections' → did you mean 'redress.broker.connections'?");
    }

    @Test
    void a_value_of_the_wrong_type_is_told() throws IOException {
        assertThat(findings("redress:\n  broker:\n    connections: many\n"))
                .singleElement()
                .asString()
                .contains(":3: 'redress.broker.connections: many' cannot be read → write a value of type int");
    }

    @Test
    void a_value_that_is_not_one_of_a_few_is_told_with_those() throws IOException {
        assertThat(findings("redress:\n  console:\n    second-factor: sometimes\n"))
                .singleElement()
                .asString()
                .contains(
                        ":3: 'redress.console.second-factor: sometimes' cannot be read → write one of optional, required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public-url: complaints.example.com|with its protocol",
                "public-url: ftp://complaints.example.com|with its protocol",
                "public-url: https//complaints.example.com|with its protocol",
                "mail.language: zh|zh-Hans, zh-Hant, en",
                "mail.language: english|zh-Hans, zh-Hant, en",
                "callbacks.phone-region: China|ISO 3166",
                "callbacks.phone-region: 86|ISO 3166",
                "privacy.region: UK|ISO 3166",
                "mail.address: complaints|an address alone",
                "mail.address: Shop <complaints@example.com>|an address alone",
                "mail.own-addresses: [info]|an address alone",
                "retention.cron: 30 3 * * *|a Quartz cron expression",
                "call-lists.cron: every morning|a Quartz cron expression",
                "delivery.canary-cron: 0 * 25 * * ?|a Quartz cron expression",
                "due.plan-ahead-cron: hourly|a Quartz cron expression",
            })
    void a_value_that_cannot_be_meant_is_told(String setting, String remedy) throws IOException {
        assertThat(findings("redress." + setting + "\n"))
                .filteredOn(finding -> finding.toString().contains("cannot be meant"))
                .singleElement()
                .asString()
                .contains("application.yaml:1: 'redress.", "cannot be meant → write", remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public-url: http://localhost:8080",
                "public-url: https://shop.example.com/complaints/",
                "mail.language: zh-Hant",
                "callbacks.phone-region: HK",
                "mail.address: complaints@localhost",
                "call-lists.cron: 0/10 * 8-19 ? * MON-FRI",
                "mail.own-addresses: [info@example.com]",
                "public-url: \"\""
            })
    void a_value_that_can_be_meant_has_no_finding(String setting) throws IOException {
        assertThat(findings("redress." + setting + "\n"))
                .noneMatch(finding -> finding.toString().contains("cannot be meant"));
    }

    @Test
    void a_value_that_is_read_by_itself_is_checked_too() throws IOException {
        assertThat(findings("redress:\n  routes:\n    reload: soon\n"))
                .singleElement()
                .asString()
                .contains(":3: 'redress.routes.reload: soon' cannot be read → write a value of type Duration");
    }

    @Test
    void every_setting_that_code_and_routes_name_is_one_of_a_record_and_has_its_default_there() throws IOException {
        var named = new TreeSet<String>();
        for (String folder : List.of("src/main/java", "src/main/resources", "routes")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Pattern.compile("[${]\\{\\??(redress\\.[^}]*)}")
                            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .results()
                            .forEach(found -> named.add(found.group(1)));
                }
            }
        }
        assertThat(named)
                .contains("redress.due.period")
                .isSubsetOf(SettingNames.all().keySet());
    }

    @Test
    void a_former_name_is_read_and_told_with_the_one_of_today() throws IOException {
        String yaml = "redress:\n  attachments:\n    most: 5\n    most-bytes: 1MB\n    scan:\n      most-bytes: 2MB\n";
        assertThat(findings(yaml)).isEmpty();
        assertThat(check(yaml).advice())
                .extracting(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains(":3: 'redress.attachments.most' is read still")
                                .contains("write redress.attachments.max-files"),
                        line -> assertThat(line).contains("write redress.attachments.max-bytes"),
                        line -> assertThat(line).contains("write redress.attachments.scan.max-bytes"));
        assertThat(check("redress:\n  attachments:\n    max-files: 5\n").advice())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x,x,200,100MB",
        "redress.attachments.most=5,x,5,100MB",
        "redress.attachments.most=5,redress.attachments.max-files=7,7,100MB",
        "redress.attachments.most-bytes=1MB,x,200,1MB",
    })
    void the_name_of_today_counts_before_the_former_one(String former, String today, int files, String bytes) {
        var environment = new MockEnvironment();
        for (String setting : List.of(former, today)) {
            if (setting.contains("=")) {
                environment.setProperty(setting.split("=")[0], setting.split("=")[1]);
            }
        }
        SettingsInEnvironment.addTo(environment);
        var settings = Binder.get(environment)
                .bind("redress.attachments", AttachmentSettings.class)
                .get();
        assertThat(settings.maxFiles()).isEqualTo(files);
        assertThat(settings.maxBytes()).isEqualTo(DataSize.parse(bytes));
    }

    @Test
    void a_former_name_with_a_value_that_cannot_be_read_is_told() throws IOException {
        assertThat(findings("redress:\n  attachments:\n    most: many\n"))
                .singleElement()
                .asString()
                .contains(":3: 'redress.attachments.most: many' cannot be read → write a value of type int");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clock.speed: 0|1 or more",
                "broker.max-connections-per-user: 0|broker.users",
                "search.time-limit: 11m|from 1s to 10m",
                "requests.header-time: 0s|longer than 0",
                "console.idle-end: 10s|write 1m to 24h",
                "console.session-end: 31d|write 5m to 30d",
                "callbacks.regions: [DE, UK]|ISO 3166"
            })
    void a_value_out_of_range_is_told_with_what_to_write(String setting, String remedy) throws IOException {
        assertThat(findings("redress." + setting + "\n"))
                .singleElement()
                .asString()
                .contains("application.yaml:1: 'redress.", "cannot be meant → ", remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UK", "cn", "China", "+86", "001", "ZZ"})
    void a_country_that_there_is_not_is_told_among_those_that_are_called(String region) throws IOException {
        assertThat(findings("redress:\n  callbacks:\n    regions:\n    - DE\n    - \"" + region + "\"\n"))
                .singleElement()
                .asString()
                .contains(":5: 'redress.callbacks.regions[1]: " + region + "' cannot be meant", "ISO 3166");
    }

    @Test
    void countries_that_are_called_have_no_finding() throws IOException {
        assertThat(findings("redress.callbacks.regions: CN,HK\n")).isEmpty();
    }

    @Test
    void a_value_of_the_environment_that_does_not_fit_is_told_without_repeating_it() {
        var environment = new MockEnvironment().withProperty("redress.database.connections", "many");
        SettingsInEnvironment.addTo(environment);
        assertThat(new SettingsCheck(environment).run())
                .singleElement()
                .asString()
                .startsWith("environment: 'redress.database.connections' cannot be read → ");
    }

    private List<String> findings(String yaml) throws IOException {
        return check(yaml).run().stream().map(Object::toString).toList();
    }

    private SettingsCheck check(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("application.yaml"), yaml);
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application.yaml", new FileSystemResource(file))
                .forEach(environment.getPropertySources()::addFirst);
        SettingsInEnvironment.addTo(environment);
        return new SettingsCheck(environment);
    }
}
