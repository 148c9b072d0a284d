package io.redress.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTextTest {

    @Test
    void a_key_is_recognised_by_its_form_and_its_checksum() {
        Set<String> keys = new HashSet<>();
        for (int n = 0; n < 1_000; n++) {
            String key = ApiKeyText.random();
            assertThat(key).matches("rdk_[0-9A-Za-z]{49}");
            assertThat(ApiKeyText.isWellFormed(key)).isTrue();
            keys.add(key);
        }
        assertThat(keys).hasSize(1_000);

        String key = ApiKeyText.random();
        char other = key.charAt(20) == 'x' ? 'y' : 'x';
        assertThat(ApiKeyText.isWellFormed(key.substring(0, 20) + other + key.substring(21)))
                .isFalse();
        assertThat(ApiKeyText.isWellFormed(key.substring(4))).isFalse();
    }

    @Test
    void the_checksum_is_the_CRC32_of_the_random_part_in_Base62() {
        assertThat(ApiKeyText.isWellFormed("rdk_" + "0".repeat(43) + "2CZclj")).isTrue(); // zlib: 0x7849568f
    }

    @Test
    void a_hash_is_written_and_read() {
        byte[] hash = ApiKeyText.hash("rdk_a");
        String written = ApiKeyText.written(hash);
        assertThat(written).matches("\\{sha256}[0-9a-f]{64}");
        assertThat(ApiKeyText.isHash(written)).isTrue();
        assertThat(ApiKeyText.readHash(written)).isEqualTo(hash);
        assertThat(ApiKeyText.isHash("{sha256}" + "g".repeat(64))).isFalse();
    }
}
