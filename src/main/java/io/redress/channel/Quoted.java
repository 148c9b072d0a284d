package io.redress.channel;

/** Values in findings. */
public final class Quoted {

    private Quoted() {}

    /** A value between quotation marks, in one line. */
    public static String of(String value) {
        return "'" + value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n") + "'";
    }
}
