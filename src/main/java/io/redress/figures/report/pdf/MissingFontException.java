package io.redress.figures.report.pdf;

/** A document has Chinese characters, and no font of this machine does. */
public final class MissingFontException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingFontException() {
        super("The report has Chinese characters, and no font on this machine does");
    }

    /** What helps. */
    public String remedy() {
        return "Install one (Debian: apt install fonts-droid-fallback) or name a .ttf file by redress.figures.pdf-font,"
                + " and restart the hub.";
    }
}
