package io.redress.channel.callcenter.row;

/** How much of a file's row is taken; what is beyond is a bad row and never a bigger memory. */
public final class RowLimits {

    /** Characters in a row, all its lines together. */
    public static final int ROW = 256 * 1024;

    /** Lines in a row whose values have line breaks. A quote that is still open after so many was never closed. */
    public static final int ROW_LINES = 200;

    public static final int COLUMNS = 512;

    /** Rows that are not blank in which the header is looked for: a report's title may stand above it. */
    public static final int TITLE_ROWS = 10;

    /** Characters of an unreadable row that its report shows. */
    static final int SHOWN = 2_000;

    /** Bytes of an unpacked part of a workbook. */
    public static final long WORKBOOK_PART = 2L << 30;

    /** Elements in elements of a workbook's XML; a sheet has less than ten. */
    public static final int XML_LEVELS = 64;

    /** Different texts in a workbook. */
    public static final int SHARED_TEXTS = 8_000_000;

    private RowLimits() {}

    public static String shown(String raw) {
        return raw.length() <= SHOWN ? raw : raw.substring(0, SHOWN) + "…";
    }
}
