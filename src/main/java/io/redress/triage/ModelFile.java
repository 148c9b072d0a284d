package io.redress.triage;

import io.redress.triage.ExampleModel.Learned;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The bytes of a model: what it is and of which texts, a checksum of the rest, then labels and words (in UTF-8, in lines), numbers
 * and weights. Big-endian, and nothing that names a class.
 */
final class ModelFile {

    private static final String KIND = "redress triage model\n";

    private ModelFile() {}

    static byte[] bytes(Learned model, String key) {
        byte[] head = head(key);
        byte[] labels = lines(model.labels());
        byte[] words = lines(model.words());
        int size = 4 * Integer.BYTES + labels.length + words.length;
        int numbers = Long.BYTES * (model.keys().length + model.weights().length);
        var bytes = ByteBuffer.allocate(head.length + Long.BYTES + size + numbers);
        bytes.put(head).putLong(0);
        bytes.putInt(labels.length).put(labels).putInt(words.length).put(words);
        bytes.putInt(model.keys().length).putInt(model.weights().length);
        bytes.asLongBuffer().put(model.keys());
        bytes.position(bytes.position() + Long.BYTES * model.keys().length);
        bytes.asDoubleBuffer().put(model.weights());
        bytes.putLong(head.length, checksum(bytes.array(), head.length + Long.BYTES));
        return bytes.array();
    }

    /** The model; empty when the bytes are damaged, or of another key. */
    static Optional<Learned> read(byte[] file, String key) {
        byte[] head = head(key);
        int body = head.length + Long.BYTES;
        if (file.length < body || !Arrays.equals(head, 0, head.length, file, 0, head.length)) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(file).position(head.length);
        if (bytes.getLong() != checksum(file, body)) {
            return Optional.empty();
        }
        List<String> labels = lines(bytes); // with the checksum right, all is as it was written
        List<String> words = lines(bytes);
        long[] keys = new long[bytes.getInt()];
        double[] weights = new double[bytes.getInt()];
        bytes.asLongBuffer().get(keys);
        bytes.position(bytes.position() + Long.BYTES * keys.length);
        bytes.asDoubleBuffer().get(weights);
        return Optional.of(new Learned(labels, words, keys, weights));
    }

    private static byte[] head(String key) {
        return (KIND + key + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static long checksum(byte[] bytes, int from) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return checksum.getValue();
    }

    private static byte[] lines(List<String> texts) {
        return String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteBuffer bytes) {
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        return text.length == 0 ? List.of() : List.of(new String(text, StandardCharsets.UTF_8).split("\n"));
    }
}
