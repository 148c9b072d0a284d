package io.redress.delivery;

/** What targets do to us. */
enum TargetFault {
    /** It takes its time, but answers. */
    SLOW,
    /** It asks for a pause of two minutes. */
    TOO_MANY,
    /** It fails and does nothing. */
    ERROR,
    /** It does what was asked, and its answer breaks off. */
    RESET,
    /** It does what was asked, and says nothing. */
    SILENT_AFTER_COMMIT,
    /** It does what was asked, and says that it had it already. */
    DUPLICATE,
    /** It does what was asked, and its answer makes no sense. */
    MALFORMED,
    /** It says that it will never take this. */
    REFUSE,
    /** It does not know the token any more. */
    EXPIRED_TOKEN,
    /** Nobody is there. */
    AWAY
}
