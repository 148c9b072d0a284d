package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.routes.SettingsCatalog;
import io.redress.routes.file.ExpiringSecrets;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code check} says of mailboxes that are opened by an access token. */
class OAuthSettingsRuleTest {

    private static final Path CONFIG = Path.of("config");
    private static final String CHANNEL = """
            - route:
                id: shop
                precondition: "{{shop.enabled}}"
                from:
                  uri: kamelet:mail-source
                  parameters:
                    channel: shop
                    host: imap.example.com
                    username: c@example.com
                    password: "RAW({{shop.password:}})"
                    oauth: "{{shop.oauth:}}"
                    address: c@example.com
                  steps: [{to: direct:hand-off}]
            """;

    private final Map<String, String> settings =
            new HashMap<>(Map.of("shop.enabled", "true", "shop.oauth", "microsoft365"));

    @Test
    void a_mailbox_with_all_that_its_provider_needs_has_no_finding() {
        settings.putAll(Map.of("shop.tenant-id", "t", "shop.client-id", "c", "shop.client-secret", "s"));
        assertThat(findings(CHANNEL)).isEmpty();
    }

    @Test
    void what_the_provider_needs_is_named_with_where_to_find_it_and_where_to_write_it() {
        settings.putAll(Map.of("shop.tenant-id", "t", "shop.client-id", "c"));
        assertThat(findings(CHANNEL))
                .containsExactly(
                        "nothing is set for shop.client-secret, the Client secret value (Certificates & secrets;"
                                + " the value, not the secret ID) → write it into the file config/secrets/shop.client-secret"
                                + " (mode 0600), which needs no restart, or set the variable SHOP_CLIENT_SECRET");
    }

    @Test
    void a_provider_that_is_not_there_is_told_with_the_nearest() {
        settings.put("shop.oauth", "microsoft");
        assertThat(findings(CHANNEL)).singleElement().satisfies(finding -> assertThat(finding)
                .contains("there is no OAuth provider 'microsoft' in config/oauth")
                .contains("microsoft365"));
    }

    @Test
    void a_mailbox_needs_a_password_or_oauth() {
        settings.remove("shop.oauth");
        assertThat(findings(CHANNEL)).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("the mailbox has neither a password nor oauth"));
        settings.put("shop.password", "secret");
        assertThat(findings(CHANNEL)).isEmpty();
    }

    @Test
    void a_mailbox_has_a_password_or_oauth_but_not_both() {
        settings.putAll(Map.of("shop.tenant-id", "t", "shop.client-id", "c", "shop.client-secret", "s"));
        settings.put("shop.password", "secret");
        assertThat(findings(CHANNEL)).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("both a password and oauth are set"));
    }

    @Test
    void an_address_by_which_a_secret_could_be_read_is_told() {
        settings.putAll(Map.of("shop.tenant-id", "t", "shop.client-id", "c", "shop.client-secret", "s"));
        settings.put("shop.authority", "login.partner.microsoftonline.cn");
        assertThat(findings(CHANNEL)).singleElement().satisfies(finding -> assertThat(finding)
                .contains("would be login.partner.microsoftonline.cn/t/oauth2", "shop.authority"));
        settings.put("shop.authority", "https://login.partner.microsoftonline.cn");
        assertThat(findings(CHANNEL)).isEmpty();
    }

    @Test
    void a_date_that_is_none_is_told() {
        settings.putAll(Map.of("shop.tenant-id", "t", "shop.client-id", "c", "shop.client-secret", "s"));
        settings.put("shop.secret-expires", "1.5.2027");
        assertThat(findings(CHANNEL))
                .containsExactly("shop.secret-expires is not a date: 1.5.2027 → write it as 2027-05-01");
        settings.put("shop.secret-expires", "2020-05-01"); // the secret may have been renewed
        assertThat(findings(CHANNEL)).isEmpty();
    }

    @Test
    void a_secret_that_ends_within_30_days_is_warned_of_where_the_channel_is_switched_on() {
        settings.put("shop.secret-expires", "2027-05-01");
        assertThat(warnings("2027-03-01T00:00:00Z")).isEmpty();
        assertThat(warnings("2027-04-10T00:00:00Z")).singleElement().satisfies(warning -> assertThat(warning)
                .contains(
                        "channels/shop.camel.yaml",
                        "shop.secret-expires: the secret expires on 2027-05-01, in 21 days"));
        settings.put("shop.enabled", "false");
        assertThat(warnings("2027-04-10T00:00:00Z")).isEmpty();
    }

    private List<String> warnings(String now) {
        RouteSet routes = RouteSet.parse(Map.of(Path.of("routes/channels/shop.camel.yaml"), CHANNEL));
        var providers = OAuthProviders.read(OAuthProviders.folder(CONFIG)).all();
        return ExpiringSecrets.of(routes, providers, new SettingsCatalog(settings), Instant.parse(now)).stream()
                .map(near -> near.finding(Instant.parse(now)).toString())
                .toList();
    }

    @Test
    void a_mailbox_that_is_switched_off_needs_nothing() {
        settings.put("shop.enabled", "false");
        assertThat(findings(CHANNEL)).isEmpty();
    }

    @Test
    void the_settings_of_the_shipped_mailbox_and_mail_server_are_known() {
        assertThat(OAuthSettingsRule.settings(RouteSet.parse(new RouteFiles(Path.of("routes")).texts()), CONFIG))
                .contains("mailbox.client-id", "mail-server.client-secret", "mailbox.refresh-token")
                .doesNotContain("complaints-mailbox.client-id");
    }

    private List<String> findings(String channel) {
        RouteSet routes = RouteSet.parse(Map.of(Path.of("routes/channels/shop.camel.yaml"), channel));
        return new OAuthSettingsRule(CONFIG, new SettingsCatalog(settings))
                .check(routes).stream()
                        .map(finding -> finding.problem() + " → " + finding.remedy())
                        .toList();
    }
}
