package io.redress.channel.chat.platform.decryption;

/** What came of decrypting the encrypted part of a request. */
public sealed interface DecryptionResult {

    /** The clear text, meant for us. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Message(byte[] bytes) implements DecryptionResult {}

    /**
     * No clear text, or not for us.
     *
     * @param reason for an operator, without any of the content
     */
    record DecryptionFailed(String reason) implements DecryptionResult {}
}
