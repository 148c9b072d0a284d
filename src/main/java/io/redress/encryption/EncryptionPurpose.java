package io.redress.encryption;

/** What kind of data is encrypted. It is bound to the ciphertext, so that one kind cannot be put in another's place. */
public enum EncryptionPurpose {
    /** A file of the blob store; its name is the file's. */
    BLOB("file"),
    /** {@code item.original}; its name is the item's id. */
    ORIGINAL("original of item"),
    /** {@code conversation_message.message}; its name is the item's id. */
    CHAT_MESSAGE("chat message"),
    /** The body of a message in the embedded broker's journal; its name is the message's id. */
    QUEUE_MESSAGE("queue message");

    private final String words;

    EncryptionPurpose(String words) {
        this.words = words;
    }

    /** For people. */
    @Override
    public String toString() {
        return words;
    }
}
