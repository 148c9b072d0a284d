package io.redress.attachment;

/** Whether something runs by itself, by its first bytes. */
final class ExecutableDetector {

    private static final int DISK = 0x8001;

    private ExecutableDetector() {}

    static boolean isOne(byte[] bytes) {
        return isWindows(bytes)
                || ByteSearch.startsWith(bytes, ByteSearch.of("\u007fELF"))
                || ByteSearch.startsWith(bytes, ByteSearch.of("#!"))
                || isLinkOrMac(bytes)
                || ByteSearch.at(bytes, DISK, ByteSearch.of("CD001")); // an image of a disk is opened by a double click
    }

    private static boolean isWindows(byte[] bytes) {
        if (!ByteSearch.startsWith(bytes, ByteSearch.of("MZ")) || bytes.length < 64) {
            return false;
        }
        long header = ByteSearch.u32(bytes, 0x3c);
        return header < bytes.length && ByteSearch.at(bytes, (int) header, ByteSearch.of("PE"))
                || bytes[2] != 0 && ByteSearch.u16(bytes, 8) > 0; // of DOS: it has a header of its own
    }

    private static boolean isLinkOrMac(byte[] bytes) {
        return ByteSearch.startsWith(bytes, ByteSearch.of("L\u0000\u0000\u0000\u0001\u0014\u0002\u0000"))
                || ByteSearch.startsWith(bytes, ByteSearch.of("\u00ca\u00fe\u00ba\u00be"))
                || ByteSearch.startsWith(bytes, ByteSearch.of("\u00cf\u00fa\u00ed\u00fe"))
                || ByteSearch.startsWith(bytes, ByteSearch.of("\u00fe\u00ed\u00fa\u00cf"));
    }
}
