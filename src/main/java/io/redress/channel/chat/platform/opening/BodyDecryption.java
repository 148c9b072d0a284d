package io.redress.channel.chat.platform.opening;

/** Opens the sealed parts of requests, with the keys of one channel. */
@FunctionalInterface
public interface BodyDecryption {

    /** Opens one. Where a signature covers it, it must have been verified before. */
    DecryptionResult open(String sealed);
}
