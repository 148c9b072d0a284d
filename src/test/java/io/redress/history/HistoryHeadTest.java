package io.redress.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryHeadTest {

    /** RFC 8032, section 7.1, test 1. */
    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private final HistoryHeadKey key = HistoryHeadKey.of(SEED);
    private final HistoryHead head = new HistoryHead(
            LocalDate.of(2026, 7, 1),
            Instant.parse("2026-07-02T00:05:00Z"),
            HistoryHead.NONE,
            12,
            "ab".repeat(32),
            key.fingerprint());

    @Test
    void the_key_is_that_of_the_standard() {
        assertThat(HexFormat.of().formatHex(key.sign("")))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                        + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void a_head_is_read_as_it_was_written() {
        assertThat(HistoryHead.read(head.text())).isEqualTo(head);
        assertThat(head.text()).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void a_head_of_an_earlier_version_is_read() {
        String earlier = head.text().replace("\nkey ", "\nremovals 0\nkey ");
        assertThat(HistoryHead.read(earlier)).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redress history head 1\n",
                "day 2026-07-01:day 2026-02-30",
                "day 2026-07-01:day 2026-7-1",
                "made 2026-07-02T00:05:00Z:made today",
                "histories 12:histories -1",
                "histories 12:histories 1e9",
                "histories 12:histories 9999999999999999999",
                "histories 12:histories 12\nhistories 13",
                "head 1:head 2",
                "histories 12:",
                "\n:\r\n"
            })
    void what_is_no_head_is_not_read_as_one(String change) {
        int colon = change.lastIndexOf(':', change.startsWith("made") ? 25 : change.length());
        String text = colon < 0 ? change : head.text().replace(change.substring(0, colon), change.substring(colon + 1));
        assertThat(text).isNotEqualTo(head.text());
        assertThatThrownBy(() -> HistoryHead.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a head");
    }

    @Test
    void a_signature_holds_for_its_text_and_key_only() {
        byte[] signature = key.sign(head.text());
        assertThat(key.signed(head.text(), signature)).isTrue();
        assertThat(key.signed(head.text() + " ", signature)).isFalse();
        assertThat(key.signed(head.text(), new byte[0])).isFalse();
        assertThat(key.signed(head.text(), new byte[64])).isFalse();
        assertThat(key.signed(head.text(), Arrays.copyOf(signature, 65))).isFalse();
        byte[] changed = signature.clone();
        changed[63] ^= 1;
        assertThat(key.signed(head.text(), changed)).isFalse();
        assertThat(HistoryHeadKey.of(new byte[32]).signed(head.text(), signature))
                .isFalse();
    }

    @Test
    void the_public_key_is_read_from_its_pem_and_from_nothing_else() {
        var open = HistoryHeadKey.read(key.pem());
        assertThat(HistoryHeadKey.fingerprint(open)).isEqualTo(key.fingerprint());
        assertThat(HistoryHeadKey.signed(open, "x", key.sign("x"))).isTrue();
        for (String text :
                new String[] {"", "-----BEGIN PUBLIC KEY-----", key.pem().replace("MCow", "MCox")}) {
            assertThatThrownBy(() -> HistoryHeadKey.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> HistoryHeadKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
