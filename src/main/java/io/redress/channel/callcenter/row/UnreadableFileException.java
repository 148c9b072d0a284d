package io.redress.channel.callcenter.row;

/** A file that cannot be read as calls at all, or not to its end; the message tells an operator what to do. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String problem, String remedy) {
        super(problem + " → " + remedy);
    }

    public UnreadableFileException(String problem, String remedy, Throwable cause) {
        super(problem + " → " + remedy, cause);
    }
}
