package io.redress.channel.email;

import jakarta.mail.FolderClosedException;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Fetches mails from a mailbox as they are, byte for byte, without looking into them. */
public final class MailOriginals {

    /**
     * A mail's bytes.
     *
     * @param attributes {@code address}, the mailbox's own one, and {@code incomplete}, why bytes are missing, when some are
     * @param complete false when the mailbox holds more than this and must keep it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record Fetched(byte[] bytes, Map<String, String> attributes, boolean complete) {}

    /**
     * Fetches one mail. One that is too big, or that the server fails to give out whole, is taken in as far as it comes, so
     * that it neither blocks the mails behind it nor is overlooked.
     *
     * @param address the mailbox's own address
     * @param limit bytes; what is beyond them stays in the mailbox
     * @param servers names, divided by commas, of the servers whose {@code Authentication-Results} count; may be empty
     * @throws MessagingException when the connection is gone or the mail has been removed meanwhile; the next poll tries again
     */
    public Fetched fetch(Message mail, String address, long limit, String servers) throws MessagingException {
        var bytes = new Bounded(limit);
        String incomplete = "";
        try {
            mail.writeTo(bytes);
        } catch (Overflow e) {
            incomplete = "the mail is bigger than " + limit + " bytes; all of it is in the mailbox";
        } catch (IOException | MessagingException | RuntimeException e) {
            requireConnection(mail, e);
            incomplete = "the mail server did not give out all of the mail; it stays in the mailbox";
            if (bytes.size() == 0) {
                writeHeaders(mail, bytes);
            }
        }
        Map<String, String> attributes = new TreeMap<>(Map.of("address", address));
        if (!incomplete.isEmpty()) {
            attributes.put("incomplete", incomplete);
        }
        if (!servers.isBlank()) {
            attributes.put(MailAuthentication.SERVERS, servers);
        }
        return new Fetched(bytes.toByteArray(), attributes, incomplete.isEmpty());
    }

    /** As above, for a channel that names no server. */
    public Fetched fetch(Message mail, String address, long limit) throws MessagingException {
        return fetch(mail, address, limit, "");
    }

    /** Trouble of the connection is not a property of the mail. */
    private static void requireConnection(Message mail, Exception trouble) throws MessagingException {
        boolean gone = trouble instanceof FolderClosedException
                || trouble instanceof StoreClosedException
                || trouble instanceof MessageRemovedException
                || mail.getFolder() == null
                || !mail.getFolder().isOpen()
                || !mail.getFolder().getStore().isConnected();
        if (gone) {
            throw trouble instanceof MessagingException messaging
                    ? messaging
                    : new MessagingException("the connection broke while a mail was fetched", trouble);
        }
    }

    private static void writeHeaders(Message mail, Bounded bytes) {
        try {
            for (Header header : Collections.list(mail.getAllHeaders())) {
                bytes.write((header.getName() + ": " + header.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            bytes.write("\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException | MessagingException | RuntimeException e) {
            // Not even the headers: an empty original is still an arrival that an operator can see.
            return;
        }
    }

    private static final class Overflow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long limit;

        private Bounded(long limit) {
            this.limit = limit;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            int room = (int) Math.min(length, limit - bytes.size());
            bytes.write(source, offset, room);
            if (room < length) {
                throw new Overflow();
            }
        }

        private int size() {
            return bytes.size();
        }

        private byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
