package io.redress.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataEncryptionTest {

    private static final byte[] WORDS = "冰箱不制冷了，里面的菜全坏了".getBytes(UTF_8);

    private final DataEncryption one = TestKeys.encrypting("k1");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 4096, 65_537, 1_000_000})
    void what_is_encrypted_is_read_again(int size) {
        byte[] plain = new byte[size];
        Arrays.fill(plain, (byte) 'x');
        byte[] stored = one.encrypt(EncryptionPurpose.BLOB, "a", plain);
        assertThat(stored).hasSize(size + 4 + 1 + 1 + 2 + 12 + 16);
        assertThat(one.decrypt(EncryptionPurpose.BLOB, "a", stored)).isEqualTo(plain);
    }

    @Test
    void nothing_of_the_words_is_seen_and_the_same_words_never_look_the_same() {
        byte[] stored = one.encrypt(EncryptionPurpose.ORIGINAL, "a", WORDS);
        assertThat(new String(stored, UTF_8)).doesNotContain("冰箱");
        assertThat(one.encrypt(EncryptionPurpose.ORIGINAL, "a", WORDS)).isNotEqualTo(stored);
    }

    /** So that what a hub stored is read by every later version: written down once, never to be changed. */
    @Test
    void what_the_first_version_stored_stays_readable() {
        byte[] stored = HexFormat.of().parseHex(EncryptionVectors.FIRST);
        assertThat(one.decrypt(EncryptionPurpose.ORIGINAL, "0197c0de-0000-7000-8000-000000000001", stored))
                .isEqualTo(WORDS);
    }

    static Stream<Integer> every_byte() {
        return IntStream.range(4, TestKeys.encrypting("k1").encrypt(EncryptionPurpose.BLOB, "a", WORDS).length)
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("every_byte")
    void a_changed_byte_is_noticed_wherever_it_is(int at) {
        byte[] stored = one.encrypt(EncryptionPurpose.BLOB, "a", WORDS);
        stored[at] ^= 4;
        assertThatThrownBy(() -> one.decrypt(EncryptionPurpose.BLOB, "a", stored))
                .isInstanceOf(DecryptionException.class);
    }

    @ParameterizedTest
    @MethodSource("every_byte")
    void what_is_cut_short_is_noticed(int length) {
        byte[] stored = Arrays.copyOf(one.encrypt(EncryptionPurpose.BLOB, "a", WORDS), length);
        if (length > 4) {
            assertThatThrownBy(() -> one.decrypt(EncryptionPurpose.BLOB, "a", stored))
                    .isInstanceOf(DecryptionException.class);
        }
    }

    @Test
    void ciphertexts_cannot_change_places() {
        byte[] stored = one.encrypt(EncryptionPurpose.ORIGINAL, "a", WORDS);
        assertThatThrownBy(() -> one.decrypt(EncryptionPurpose.ORIGINAL, "b", stored))
                .isInstanceOf(DecryptionException.class)
                .hasMessageContaining("original of item b was changed");
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionPurpose.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ORIGINAL"})
    void one_kind_cannot_stand_for_another(EncryptionPurpose other) {
        byte[] stored = one.encrypt(EncryptionPurpose.ORIGINAL, "a", WORDS);
        assertThatThrownBy(() -> one.decrypt(other, "a", stored)).isInstanceOf(DecryptionException.class);
    }

    @Test
    void a_missing_key_is_named() {
        byte[] stored = one.encrypt(EncryptionPurpose.BLOB, "a", WORDS);
        assertThatThrownBy(() -> TestKeys.encrypting("k2").decrypt(EncryptionPurpose.BLOB, "a", stored))
                .isInstanceOf(DecryptionException.class)
                .hasMessageContaining("'k1'");
        assertThatThrownBy(() -> DataEncryption.none().decrypt(EncryptionPurpose.BLOB, "a", stored))
                .hasMessageContaining("redress.encryption.key-file");
    }

    @Test
    void another_key_of_the_same_id_reads_nothing() {
        var other = new DataEncryption(java.util.List.of(new EncryptionKey("k1", new byte[32])), true);
        byte[] stored = one.encrypt(EncryptionPurpose.BLOB, "a", WORDS);
        assertThatThrownBy(() -> other.decrypt(EncryptionPurpose.BLOB, "a", stored))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void after_a_rotation_old_and_new_are_read_and_only_the_new_is_current() {
        byte[] old = one.encrypt(EncryptionPurpose.BLOB, "a", WORDS);
        DataEncryption both = TestKeys.encrypting("k2", "k1");
        byte[] fresh = both.encrypt(EncryptionPurpose.BLOB, "a", WORDS);
        assertThat(both.decrypt(EncryptionPurpose.BLOB, "a", old)).isEqualTo(WORDS);
        assertThat(both.isCurrent(old)).isFalse();
        assertThat(both.isCurrent(fresh)).isTrue();
        assertThat(TestKeys.encrypting("k2").decrypt(EncryptionPurpose.BLOB, "a", fresh))
                .isEqualTo(WORDS);
    }

    @Test
    void plain_data_from_before_stay_readable_and_are_not_current() {
        assertThat(one.decrypt(EncryptionPurpose.BLOB, "a", WORDS)).isSameAs(WORDS);
        assertThat(one.isCurrent(WORDS)).isFalse();
        assertThat(DataEncryption.none().isCurrent(WORDS)).isTrue();
    }

    @Test
    void switched_off_with_the_key_still_given_old_data_are_read_and_new_data_are_plain() {
        byte[] stored = one.encrypt(EncryptionPurpose.BLOB, "a", WORDS);
        DataEncryption off = TestKeys.reading("k1");
        assertThat(off.decrypt(EncryptionPurpose.BLOB, "a", stored)).isEqualTo(WORDS);
        assertThat(off.encrypt(EncryptionPurpose.BLOB, "a", WORDS)).isSameAs(WORDS);
        assertThat(off.isCurrent(stored)).isFalse();
        assertThat(off.isCurrent(WORDS)).isTrue();
    }

    /** Else a sender who knows the format could send what the hub then refuses to read. */
    @Test
    void plain_bytes_that_look_encrypted_come_back_as_they_were() {
        byte[] mimicry = TestKeys.encrypting("k9").encrypt(EncryptionPurpose.ORIGINAL, "a", WORDS);
        for (DataEncryption any : new DataEncryption[] {DataEncryption.none(), one, TestKeys.reading("k1")}) {
            byte[] stored = any.encrypt(EncryptionPurpose.ORIGINAL, "a", mimicry);
            assertThat(any.decrypt(EncryptionPurpose.ORIGINAL, "a", stored)).isEqualTo(mimicry);
        }
        byte[] kept = DataEncryption.none().encrypt(EncryptionPurpose.ORIGINAL, "a", mimicry);
        assertThat(DataEncryption.none().isCurrent(kept)).isTrue();
        assertThat(one.isCurrent(kept)).isFalse();
    }

    @Test
    void names_are_the_hash_itself_only_for_what_is_plain() {
        String hash = "ab".repeat(32);
        assertThat(DataEncryption.none().names(hash)).containsExactly(hash);
        assertThat(one.names(hash)).hasSize(2).endsWith(hash).doesNotHaveDuplicates();
        assertThat(one.names(hash).get(0)).matches("[0-9a-f]{64}").isNotEqualTo(hash);
        assertThat(TestKeys.reading("k1").names(hash))
                .startsWith(hash)
                .contains(one.names(hash).get(0));
        assertThat(TestKeys.encrypting("k2", "k1").names(hash))
                .hasSize(3)
                .contains(one.names(hash).get(0));
    }
}
