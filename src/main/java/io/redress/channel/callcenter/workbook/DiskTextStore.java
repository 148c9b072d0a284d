package io.redress.channel.callcenter.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of texts on disk, in blocks. Memory holds where each block begins and the last few blocks that were read; the
 * cells of a sheet name its texts mostly in their order.
 */
final class DiskTextStore implements Closeable {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS_KEPT = 16;

    private final Path path;
    private final RandomAccessFile file;
    private final Map<Integer, List<String>> kept = new LinkedHashMap<>(BLOCKS_KEPT, 0.75f, true);
    private ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK);
    private int[] firstOf = new int[256];
    private long[] startOf = new long[256];
    private int blocks;
    private int size;

    DiskTextStore(Path folder) throws IOException {
        this.path = Files.createTempFile(folder, "texts", ".tmp");
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    int size() {
        return size;
    }

    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new DataOutputStream(block);
        out.writeInt(bytes.length);
        out.write(bytes);
        size++;
        if (block.size() >= BLOCK) {
            finish();
        }
    }

    /** Writes what is not yet on disk. Every text that was added can then be read. */
    void finish() throws IOException {
        if (block.size() == 0) {
            return;
        }
        long end = file.length();
        file.seek(end);
        file.write(block.toByteArray());
        block = new ByteArrayOutputStream(BLOCK);
        blocks++;
        if (blocks >= firstOf.length) {
            firstOf = Arrays.copyOf(firstOf, firstOf.length * 2);
            startOf = Arrays.copyOf(startOf, startOf.length * 2);
        }
        firstOf[blocks] = size;
        startOf[blocks] = file.length();
    }

    /** @throws IllegalArgumentException when there is no such text */
    String get(int index) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("there is no text " + index + " among " + size);
        }
        int found = Arrays.binarySearch(firstOf, 0, blocks + 1, index);
        int number = found >= 0 ? found : -found - 2;
        List<String> texts = kept.get(number);
        if (texts == null) {
            texts = read(number);
            kept.put(number, texts);
            if (kept.size() > BLOCKS_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return texts.get(index - firstOf[number]);
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }

    private List<String> read(int number) throws IOException {
        byte[] bytes = new byte[(int) (startOf[number + 1] - startOf[number])];
        file.seek(startOf[number]);
        file.readFully(bytes);
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var texts = new ArrayList<String>();
        while (in.available() > 0) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
