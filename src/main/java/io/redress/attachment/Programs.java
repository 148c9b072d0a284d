package io.redress.attachment;

/** Whether something runs by itself, by its first bytes. */
final class Programs {

    private static final int DISK = 0x8001;

    private Programs() {}

    static boolean isOne(byte[] bytes) {
        return isWindows(bytes)
                || Bytes.startsWith(bytes, Bytes.of("\u007fELF"))
                || Bytes.startsWith(bytes, Bytes.of("#!"))
                || isLinkOrMac(bytes)
                || Bytes.at(bytes, DISK, Bytes.of("CD001")); // an image of a disk is opened by a double click
    }

    private static boolean isWindows(byte[] bytes) {
        if (!Bytes.startsWith(bytes, Bytes.of("MZ")) || bytes.length < 64) {
            return false;
        }
        long header = Bytes.u32(bytes, 0x3c);
        return header < bytes.length && Bytes.at(bytes, (int) header, Bytes.of("PE"))
                || bytes[2] != 0 && Bytes.u16(bytes, 8) > 0; // of DOS: it has a header of its own
    }

    private static boolean isLinkOrMac(byte[] bytes) {
        return Bytes.startsWith(bytes, Bytes.of("L\u0000\u0000\u0000\u0001\u0014\u0002\u0000"))
                || Bytes.startsWith(bytes, Bytes.of("\u00ca\u00fe\u00ba\u00be"))
                || Bytes.startsWith(bytes, Bytes.of("\u00cf\u00fa\u00ed\u00fe"))
                || Bytes.startsWith(bytes, Bytes.of("\u00fe\u00ed\u00fa\u00cf"));
    }
}
