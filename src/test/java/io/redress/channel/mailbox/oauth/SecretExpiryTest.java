package io.redress.channel.mailbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretExpiryTest {

    private static final String CERTIFICATE = """
-----BEGIN CERTIFICATE-----
MIIC/TCCAeWgAwIBAgIUR8KGGOMr2Fj6tovu26EOg8aH7oYwDQYJKoZIhvcNAQEL
BQAwDjEMMAoGA1UEAwwDaHViMB4XDTI2MTEzMDE5NTMzMVoXDTI3MTEzMDE5NTMz
MVowDjEMMAoGA1UEAwwDaHViMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC
AQEAuJfv51Jc1I9nEDqPLrgZlanUmifRTAOnsFn2vKleVFVY1gukv6cntroWeFr+
p/0Msg1AkYgtKOxsYJWngatnaJ1/6I8shMurqTn09zXmUCKtrGLaYtXOdTWyJ2M/
B4yC03UhQL6yTvn/QsEAAWXfTvNFDPbqTuQSf7YrJCYiqMnIaw+ACHtY3dgIWuVZ
wL0qMEx5GSGDXF96Ps2YCpWtbvMMfTDlWT4eKHWb4rpi4kS9MwiIGGm/i1UMvPG9
ytCxgfCLr01pZiMNWEsvvP6tcLLGAbaCAIX+9M7Fu/V/FeszfAJD9bCzqWyGhDig
RZyVnkZvnWa8lot6xLqZnGDi5QIDAQABo1MwUTAdBgNVHQ4EFgQU6OVay2M72khz
dgp4uQSdl08FAK8wHwYDVR0jBBgwFoAU6OVay2M72khzdgp4uQSdl08FAK8wDwYD
VR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAfqiyFpY0eKke+jqSVpT4
8PFMoHQhE/KjvY3akYDDO/oFAVy2E+QsdOvz55qq4KTzaKvWQGMQT9CaIEbsakZ2
+5NTpv2Tv3jPXaYLNaRMQ5aFlhYsxw1GqsRDKQX7UgsCwLbVfd68kN9O6OdJ7jeZ
WzTiLzrshsRvClyLCAqkIgU+VRl4ld2ZQCIb2hf5TFb26EwFUg24aUGDF0JDUxTQ
LtD4AHBbnUyDo5LjETYgO333W83UjUJh920czVRQEPAc3YRl4FDj+Zskg0NhJjT9
9ttzOOqF7SH6pZkFrmOWYM2Qe6v8EMhtoIm1oCpFIVA+EFTgOUYKpVF+m8a5TGVk
4w==
-----END CERTIFICATE-----
""";
    private static final OAuthProviders PROVIDERS = OAuthProviders.read(Path.of("config/oauth"));

    private final Map<String, String> settings = new HashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-31T23:59:59Z | false | the secret expires on 2027-05-01, in 30 days
            2027-04-01T00:00:00Z | true  | the secret expires on 2027-05-01, in 30 days
            2027-04-29T12:00:00Z | true  | the secret expires on 2027-05-01, in 1 day
            2027-05-01T00:00:00Z | true  | the secret expired on 2027-05-01
            2030-01-01T00:00:00Z | true  | the secret expired on 2027-05-01
            """)
    void the_date_is_warned_of_30_days_before_and_from_then_on(Instant now, boolean near, String words) {
        settings.put("mailbox.secret-expires", " 2027-05-01 ");
        SecretExpiry expiry = found("microsoft365").get(0);
        assertThat(expiry.isNear(now)).isEqualTo(near);
        assertThat(expiry.words(now)).isEqualTo("mailbox.secret-expires: " + words);
        assertThat(expiry.remedy()).contains("its expiry date into mailbox.secret-expires");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-31", "01.05.2027", "soon", "2027-05-01T00:00"})
    void what_is_not_a_date_is_left_to_the_check(String written) {
        settings.put("mailbox.secret-expires", written);
        assertThat(found("microsoft365")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\\n"})
    void a_certificate_beside_the_key_says_its_end_itself(String lineEnd) {
        String key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
        settings.put("mailbox.private-key", (key + CERTIFICATE).replace("\n", lineEnd));
        assertThat(found("google-workspace"))
                .containsExactly(new SecretExpiry("mailbox.private-key", Instant.parse("2027-11-30T19:53:31Z")));
        assertThat(found("google-workspace").get(0).remedy()).contains("config/secrets/mailbox.private-key");
    }

    @Test
    void a_certificate_that_cannot_be_read_is_passed_over() {
        settings.put("mailbox.private-key", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertThat(found("google-workspace")).isEmpty();
    }

    private List<SecretExpiry> found(String provider) {
        return SecretExpiry.of(PROVIDERS.get(provider), "mailbox", settings::get);
    }
}
