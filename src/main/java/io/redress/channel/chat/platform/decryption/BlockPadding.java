package io.redress.channel.chat.platform.decryption;

/** The padding of PKCS#7 (RFC 5652, 6.3), for blocks longer than those of the cipher, too. */
final class BlockPadding {

    private BlockPadding() {}

    /** How many bytes of padding end a text; 0 when they are not a padding. */
    static int length(byte[] padded, int block) {
        int pad = padded.length == 0 ? 0 : padded[padded.length - 1];
        if (pad < 1 || pad > block || pad > padded.length) {
            return 0;
        }
        for (int i = padded.length - pad; i < padded.length; i++) {
            if (padded[i] != pad) {
                return 0;
            }
        }
        return pad;
    }
}
