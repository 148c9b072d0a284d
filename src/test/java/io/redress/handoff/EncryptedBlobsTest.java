package io.redress.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.encryption.DataEncryption;
import io.redress.encryption.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedBlobsTest {

    private static final byte[] ONE = "the first photo".getBytes(UTF_8);
    private static final byte[] TWO = "the second photo".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final DataEncryption encryption = TestKeys.encrypting("k1");

    @Test
    void a_claim_check_is_the_same_whether_or_not_the_bytes_are_encrypted() throws IOException {
        String plain = new BlobStore(folder.resolve("plain")).put(ONE);
        BlobStore blobs = new BlobStore(folder.resolve("encrypted"), encryption);
        assertThat(blobs.put(ONE)).isEqualTo(plain);
        assertThat(blobs.get(plain)).isEqualTo(ONE);
    }

    @Test
    void neither_content_nor_name_tells_what_is_stored() throws IOException {
        String ref = new BlobStore(folder, encryption).put(ONE);
        Path file = files().get(0);
        assertThat(Files.readAllBytes(file)).isNotEqualTo(ONE);
        assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("photo");
        assertThat(file.toString()).doesNotContain(ref.substring("sha256:".length(), "sha256:".length() + 8));
    }

    @Test
    void the_same_bytes_are_stored_once() throws IOException {
        var blobs = new BlobStore(folder, encryption);
        blobs.put(ONE);
        blobs.put(ONE);
        assertThat(files()).hasSize(1);
    }

    @Test
    void files_that_were_swapped_are_noticed() throws IOException {
        var blobs = new BlobStore(folder, encryption);
        Path one = blobs.places(blobs.put(ONE)).get(0);
        String ref = blobs.put(TWO);
        Files.copy(one, blobs.places(ref).get(0), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> blobs.get(ref)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void plain_bytes_in_the_place_of_encrypted_ones_are_noticed() throws IOException {
        var blobs = new BlobStore(folder, encryption);
        String ref = blobs.put(ONE);
        Files.write(blobs.places(ref).get(0), TWO);
        assertThatThrownBy(() -> blobs.get(ref)).hasMessageContaining("was changed on disk");
    }

    @Test
    void a_changed_byte_and_a_cut_file_are_noticed() throws IOException {
        var blobs = new BlobStore(folder, encryption);
        String ref = blobs.put(ONE);
        Path file = blobs.places(ref).get(0);
        byte[] stored = Files.readAllBytes(file);
        stored[stored.length - 20] ^= 1;
        Files.write(file, stored);
        assertThatThrownBy(() -> blobs.get(ref)).isInstanceOf(UncheckedIOException.class);
        Files.write(file, java.util.Arrays.copyOf(stored, 30));
        assertThatThrownBy(() -> blobs.get(ref)).hasMessageContaining("cut short");
    }

    @Test
    void plain_files_from_before_are_read() {
        String ref = new BlobStore(folder).put(ONE);
        assertThat(new BlobStore(folder, encryption).get(ref)).isEqualTo(ONE);
    }

    @Test
    void encrypted_files_are_read_after_switching_off_while_the_key_is_given() throws IOException {
        String ref = new BlobStore(folder, encryption).put(ONE);
        var off = new BlobStore(folder, TestKeys.reading("k1"));
        assertThat(off.get(ref)).isEqualTo(ONE);
        assertThat(Files.readAllBytes(off.places(off.put(TWO)).get(0))).isEqualTo(TWO);
    }

    @Test
    void without_the_key_the_file_counts_as_missing() {
        String ref = new BlobStore(folder, encryption).put(ONE);
        assertThatThrownBy(() -> new BlobStore(folder).get(ref)).hasMessageContaining("is missing");
    }

    @Test
    void a_rotation_leaves_nothing_that_needs_the_old_key_and_loses_nothing() throws IOException {
        String plain = new BlobStore(folder).put("plain".getBytes(UTF_8));
        String old = new BlobStore(folder, encryption).put(ONE);
        DataEncryption both = TestKeys.encrypting("k2", "k1");
        var rotating = new BlobStore(folder, both);
        String fresh = rotating.put(TWO);
        assertThat(rotating.get(old)).isEqualTo(ONE);

        assertThat(new BlobReencryption(rotating, both).run()).isEqualTo(2);
        assertThat(new BlobReencryption(rotating, both).run()).isZero();

        var after = new BlobStore(folder, TestKeys.encrypting("k2"));
        assertThat(after.get(plain)).isEqualTo("plain".getBytes(UTF_8));
        assertThat(after.get(old)).isEqualTo(ONE);
        assertThat(after.get(fresh)).isEqualTo(TWO);
        assertThat(files()).hasSize(3);
    }

    @Test
    void switched_off_for_good_a_rotation_makes_everything_plain() throws IOException {
        String ref = new BlobStore(folder, encryption).put(ONE);
        DataEncryption off = TestKeys.reading("k1");
        assertThat(new BlobReencryption(new BlobStore(folder, off), off).run()).isEqualTo(1);
        assertThat(new BlobStore(folder).get(ref)).isEqualTo(ONE);
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
