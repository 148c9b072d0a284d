package io.redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    private final StoredJson json = new StoredJson(new ObjectMapper());

    @Test
    void a_nul_is_left_out_also_after_a_backslash_and_beside_another() {
        assertThat(keptOf("a\0\0b")).isEqualTo("ab");
        assertThat(keptOf("a\\\0b")).isEqualTo("a\\b");
    }

    @Test
    void a_text_that_spells_the_escape_of_a_nul_is_kept_as_it_is() {
        assertThat(keptOf("a\\u0000b")).isEqualTo("a\\u0000b");
        assertThat(keptOf("\\\\u0000")).isEqualTo("\\\\u0000");
    }

    private String keptOf(String text) {
        return json.read(json.written(text), String.class);
    }
}
