package io.redress.channel.mailbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of {@code config/oauth}. */
class OAuthProvidersTest {

    private static final String FILE = """
            settings:
              client-id: {title: Client ID}
              client-secret: {title: Client secret, secret: true}
            grant: client-credentials
            tokenUrl: "https://id.example.com/{client-id}/token"
            """;

    @TempDir
    Path folder;

    @Test
    void the_shipped_ones_are_read() {
        assertThat(OAuthProviders.read(Path.of("config/oauth")).all().keySet())
                .containsExactlyInAnyOrder("microsoft365", "google-workspace", "gmail", "outlook", "microsoft-graph");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tokenUrl: "https | tokenUrl: "http | https
            {client-id}/token | {client}/token | there is no setting 'client'
            grant: client-credentials | grant: password | grant
            grant: client-credentials | grant: refresh-token | needs the setting 'refresh-token'
            grant: client-credentials | grant: jwt-bearer | needs the setting 'private-key'
            """)
    void a_mistake_is_told_with_its_line(String right, String wrong, String problem) throws IOException {
        Files.writeString(folder.resolve("idp.yaml"), FILE.replace(right, wrong));
        assertThatThrownBy(() -> OAuthProviders.read(folder))
                .isInstanceOfSatisfying(
                        InvalidConfiguration.class,
                        e -> assertThat(e.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.problem() + " " + finding.remedy())
                                    .contains(problem);
                            assertThat(finding.line()).isPositive();
                        }));
    }

    @Test
    void a_broken_edit_leaves_the_providers_as_they_were() throws IOException {
        Files.writeString(folder.resolve("idp.yaml"), FILE);
        OAuthProviders providers = OAuthProviders.read(folder);
        Files.writeString(folder.resolve("idp.yaml"), "grant: nonsense");
        assertThatThrownBy(providers::reload).isInstanceOf(InvalidConfiguration.class);
        assertThat(providers.get("idp").tokenUrl()).contains("id.example.com");
    }
}
