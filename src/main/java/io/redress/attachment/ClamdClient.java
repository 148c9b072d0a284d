package io.redress.attachment;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to clamd: {@code zINSTREAM}, chunks with their length before them, an empty one at the end; one answer, ended by a
 * NUL (clamd(8), COMMANDS). Each file has a connection of its own.
 */
final class ClamdClient {

    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;

    private final SocketAddress address;
    private final long until;

    private ClamdClient(SocketAddress address, Duration limit) {
        this.address = address;
        this.until = System.nanoTime() + limit.toNanos();
    }

    /**
     * The answer to a file, such as {@code stream: OK}.
     *
     * @param limit for all of it: connecting, sending and the answer
     */
    static String instream(SocketAddress address, byte[] bytes, Duration limit) throws IOException {
        return new ClamdClient(address, limit).ask("zINSTREAM\0", bytes);
    }

    /** {@code PONG} from one that is well. */
    static String ping(SocketAddress address, Duration limit) throws IOException {
        return new ClamdClient(address, limit).ask("zPING\0", null);
    }

    private String ask(String command, byte @Nullable [] file) throws IOException {
        try (SocketChannel channel = SocketChannel.open(
                        address instanceof UnixDomainSocketAddress
                                ? StandardProtocolFamily.UNIX
                                : StandardProtocolFamily.INET);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, 0);
            if (!channel.connect(address)) {
                while (!channel.finishConnect()) {
                    await(key, SelectionKey.OP_CONNECT);
                }
            }
            ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
            boolean taken = write(key, answer, ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
            if (file != null) {
                for (int from = 0; taken && from < file.length; from += CHUNK) {
                    int size = Math.min(CHUNK, file.length - from);
                    ByteBuffer chunk =
                            ByteBuffer.allocate(4 + size).putInt(size).put(file, from, size);
                    taken = write(key, answer, chunk.flip());
                }
                taken = taken && write(key, answer, ByteBuffer.allocate(4));
            }
            return answer(key, answer);
        }
    }

    /** False when it answers or hangs up before it has all: what it says then is the answer. */
    private boolean write(SelectionKey key, ByteBuffer answer, ByteBuffer data) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        while (data.hasRemaining()) {
            await(key, SelectionKey.OP_WRITE | SelectionKey.OP_READ);
            if (key.isReadable() && (channel.read(answer) != 0)) {
                return false;
            }
            if (key.isWritable()) {
                try {
                    channel.write(data);
                } catch (IOException e) {
                    return false; // it hung up; its last words may be there to read
                }
            }
        }
        return true;
    }

    private String answer(SelectionKey key, ByteBuffer answer) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        while (end(answer) < 0) {
            await(key, SelectionKey.OP_READ);
            if (channel.read(answer) < 0) {
                throw new IOException("clamd hung up without an answer");
            }
            if (!answer.hasRemaining()) {
                throw new IOException("clamd answered more than " + LONGEST_ANSWER + " bytes");
            }
        }
        return new String(answer.array(), 0, end(answer), StandardCharsets.UTF_8);
    }

    private static int end(ByteBuffer answer) {
        for (int i = 0; i < answer.position(); i++) {
            if (answer.get(i) == 0) {
                return i;
            }
        }
        return -1;
    }

    private void await(SelectionKey key, int operations) throws IOException {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("clamd did not answer in time");
        }
        key.interestOps(operations);
        key.selector().selectedKeys().clear();
        key.selector().select(left);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while clamd was asked");
        }
    }
}
