package io.redress.channel.chat.platform.decryption;

/** Decrypts the encrypted parts of requests, with the keys of one channel. */
@FunctionalInterface
public interface BodyDecryption {

    /** Decrypts one. Where a signature covers it, it must have been verified before. */
    DecryptionResult decrypt(String encrypted);
}
