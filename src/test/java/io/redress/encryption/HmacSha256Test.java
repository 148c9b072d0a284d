package io.redress.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSha256Test {

    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
                + " dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd,"
                + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    })
    void matches_test_cases_1_to_3_of_rfc_4231(String key, String content, String value) {
        var hmac = new HmacSha256(HexFormat.of().parseHex(key));

        byte[] made = hmac.of(HexFormat.of().parseHex(content));

        assertThat(HexFormat.of().formatHex(made)).isEqualTo(value);
    }

    @Test
    void a_value_does_not_depend_on_the_one_before() {
        var hmac = new HmacSha256(new byte[32]);
        String alone = hmac.hex("second");

        hmac.of("first");

        assertThat(hmac.hex("second")).isEqualTo(alone);
    }

    @Test
    void values_are_the_same_from_many_threads() {
        var hmac = new HmacSha256(new byte[32]);
        List<String> expected =
                IntStream.range(0, 64).mapToObj(i -> hmac.hex("text " + i)).toList();

        List<String> made = IntStream.range(0, 6_400)
                .parallel()
                .mapToObj(i -> hmac.hex("text " + i % 64))
                .toList();

        assertThat(IntStream.range(0, 6_400).allMatch(i -> made.get(i).equals(expected.get(i % 64))))
                .isTrue();
    }

    @Test
    void a_key_that_is_empty_or_can_be_guessed_is_refused() {
        assertThatThrownBy(() -> HmacSha256.unguessable(new byte[15])).hasMessageContaining("15 bytes");
        assertThatThrownBy(() -> new HmacSha256(new byte[0])).hasMessageContaining("empty key");
    }
}
