package io.redress.channel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes somebody watches as they are read, and may break off by an exception. */
public abstract class WatchedStream extends FilterInputStream {

    protected WatchedStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        watch(bytes, offset, offset + Math.max(read, 0));
        return read;
    }

    /** @param end behind the last byte that was read; {@code from} when there was none */
    protected abstract void watch(byte[] bytes, int from, int end) throws IOException;
}
