package io.redress.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:10Z");

    /** RFC 6238, appendix B, SHA-1; the last six of the eight digits there. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        var secret = AuthenticatorSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        Instant time = Instant.ofEpochSecond(second);
        assertThat(OneTimeCodes.at(secret, time)).isEqualTo(code);
        assertThat(OneTimeCodes.step(secret, code, time)).hasValue(second / 30);
    }

    @Test
    void a_clock_may_be_half_a_minute_off_and_not_more() {
        var secret = AuthenticatorSecret.random();
        assertThat(OneTimeCodes.step(secret, OneTimeCodes.at(secret, NOW.minusSeconds(30)), NOW))
                .isPresent();
        assertThat(OneTimeCodes.step(secret, OneTimeCodes.at(secret, NOW.plusSeconds(30)), NOW))
                .isPresent();
        String old = OneTimeCodes.at(secret, NOW.minus(Duration.ofMinutes(5)));
        String present = OneTimeCodes.at(secret, NOW);
        assertThat(old.equals(present) || OneTimeCodes.step(secret, old, NOW).isEmpty())
                .isTrue();
        assertThat(OneTimeCodes.step(secret, "", NOW)).isEmpty();
        assertThat(OneTimeCodes.step(secret, present.substring(0, 3) + " " + present.substring(3), NOW))
                .isPresent();
    }

    @Test
    void an_app_reads_the_secret_from_an_address() {
        var secret = AuthenticatorSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(secret.address("Redress", "wang.li@shop"))
                .isEqualTo("otpauth://totp/Redress:wang.li%40shop?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Redress&algorithm=SHA1&digits=6&period=30");
        assertThat(secret.toString()).isEqualTo("secret");
    }
}
