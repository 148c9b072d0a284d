package io.redress.channel.webform.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedOriginsTest {

    @Test
    void origins_are_taken_as_browsers_write_them() {
        AllowedOrigins origins =
                AllowedOrigins.in("https://shop.example.com, http://localhost:3000,,http://[::1]:8080 ");

        assertThat(origins.origins())
                .containsExactlyInAnyOrder("https://shop.example.com", "http://localhost:3000", "http://[::1]:8080");
        assertThat(origins.allows("https://shop.example.com")).isTrue();
        assertThat(origins.allows("https://shop.example.com:443")).isFalse();
        assertThat(origins.allows("null")).isFalse();
        assertThat(origins.allows(null)).isFalse();
        assertThat(AllowedOrigins.in("").any()).isFalse();
    }

    @Test
    void what_is_not_an_origin_is_not_quoted_in_the_log() {
        assertThat(from("https://a.example.com").words()).isEqualTo("https://a.example.com");
        assertThat(from("null").words()).contains("no site");
        assertThat(from("a b").words()).isEqualTo("something that is not an origin");
        assertThat(from("x\n2026 ERROR").words()).isEqualTo("something that is not an origin");
        assertThat(from("x".repeat(201)).words()).isEqualTo("something that is not an origin");
    }

    private static RequestOrigin from(String origin) {
        return RequestOrigin.of("POST", Map.of("origin", origin));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/,slash",
        "https://shop.example.com/form,after the host",
        "https://shop.example.com?x=1,after the host",
        "https://user@shop.example.com,user",
        "*,no wildcards",
        "https://*.example.com,no wildcards",
        "null,sandbox",
        "shop.example.com,such as https",
        "//shop.example.com,such as https",
        "ftp://shop.example.com,such as https",
        "HTTPS://shop.example.com,small letters",
        "https://Shop.example.com,small letters",
        "https://商店.example.com,ASCII",
        "https://shop.example.com:443,leave out :443",
        "http://shop.example.com:80,leave out :80",
        "https://shop.example.com:,with the port",
        "https://shop.example.com:0,with the port",
        "https://shop.example.com:99999,with the port",
        "https://shop example,such as https",
        "https://,such as https"
    })
    void anything_else_is_refused_with_the_way_to_write_it(String written, String remedy) {
        assertThatThrownBy(() -> AllowedOrigins.in("https://first.example.com, " + written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + written + "' is not an origin")
                .hasMessageContaining(remedy);
    }
}
