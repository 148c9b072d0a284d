package io.redress.chaos;

/** What goes wrong. */
enum ChaosFault {
    /** {@code kill -9}; whoever keeps the hub running starts it again. */
    HUB_KILLED("hub killed (kill -9)"),
    /** Its time is hours later at the restart. */
    CLOCK_FORWARD("hub killed, clock hours ahead"),
    /** Its time is minutes earlier at the restart. */
    CLOCK_BACK("hub killed, clock minutes back"),
    /** {@code kill -9} of the broker's process; started again at the end. */
    BROKER_KILLED("broker killed (kill -9)"),
    /** External: {@code kill -9} of all its processes, started again at the end. Embedded: all of them stand still. */
    DATABASE_DOWN("database down"),
    /** {@code kill -9} of one of the database's processes, upon which it ends all sessions and recovers by itself. */
    DATABASE_CRASHED("database crashed"),
    /** SMTP and IMAP: sessions are cut, and connections refused. */
    MAIL_DOWN("mail server down"),
    /** No free block is left on the data folder's file system. */
    DISK_FULL("disk full"),
    /** What was not synced to the data folder's disk is gone, and the hub with it. Where the hub's all lies there. */
    POWER_CUT("power cut");

    final String title;

    ChaosFault(String title) {
        this.title = title;
    }

    boolean endsTheHub() {
        return this == HUB_KILLED || this == CLOCK_FORWARD || this == CLOCK_BACK || this == POWER_CUT;
    }
}
