package io.redress.channel.mailbox;

/** What a {@link FakeImap} does wrong; a fault of one mail is that of its victim. */
public enum MailServerFault {
    /** Says nothing to the first two connections. */
    SILENT_GREETING,
    /** Sends half of the body and then nothing, the first time. */
    HANGS_ONCE,
    /** Sends half of the body and then nothing. */
    HANGS,
    /** Sends half of the body and closes. */
    DROPS,
    /** Sends a byte of the body now and then, and never comes to an end. */
    DRIPS,
    /** Answers NO to the fetch of the body. */
    FETCH_NO,
    /** Answers BAD to the fetch of the body. */
    FETCH_BAD,
    /** Gives NIL for the body. */
    NIL_BODY,
    /** Gives no bytes for the body. */
    EMPTY_BODY,
    /** Gives half of the body, and says that this is all. */
    HALF_BODY,
    /** Answers OK to the fetch of the body, and gives nothing. */
    NO_BODY,
    /** Answers with something that is not IMAP. */
    GARBLED_BODY,
    /** Answers NO to questions for sizes. */
    NO_SIZES,
    /** States sizes that are too small. */
    SIZES_TOO_SMALL,
    /** States sizes that are too big, as Exchange does. */
    SIZES_TOO_BIG,
    /** Closes after each body. */
    BYE_AFTER_BODY,
    /** Closes when it is asked for a body while the next command waits already. */
    ASKED_AHEAD_DROPS,
    /** Answers the command that waits before the one that it has. */
    ANSWERS_LAST_FIRST,
    /** Opens the folder for reading only. */
    READ_ONLY,
    /** Opens the folder for writing, and keeps no flag. */
    NO_PERMANENT_FLAGS,
    /** Answers NO to flags. */
    STORE_NO,
    /** Answers OK to flags, and sets none. */
    STORE_IGNORED,
    /** Sets one flag of many. */
    STORE_FIRST_ONLY,
    /** Forgets all flags with the connection. */
    FLAGS_FORGOTTEN,
    /** Answers NO to copies. */
    COPY_NO,
    /** Has no folder to copy to, and lets none be made. */
    CREATE_NO,
    /** Knows IDLE. */
    IDLES,
    /** Knows IDLE, and does not end it when it is told to. */
    IDLE_HANGS,
    /** Knows IDLE, and ends it at once. */
    IDLE_ENDS,
    /** Refuses the login. */
    LOGIN_NO,
    /** Refuses the login, and says what it was told. */
    LOGIN_ECHOES,
    /** Refuses to select a folder for who has not said what he is. */
    UNSAFE_LOGIN,
    /** Has no such folder. */
    NO_FOLDER,
    /** Numbers the folder anew at each connection. */
    RENUMBERS,
    /** Gives the body of the first mail for that of the victim. */
    OTHER_BODY,
    /** Announces two gigabytes for the body. */
    ANNOUNCES_TOO_MUCH,
    /** Sends a body without end as fast as it can. */
    ENDLESS,
    /** Tells flags without end as fast as it can, in place of a body. */
    ENDLESS_FLAGS,
    /** Sends a UID now and then when it is asked for new mails, and never comes to an end. */
    SEARCH_DRIPS,
    /** Answers a search with UIDs that are none. */
    SEARCH_GARBLED,
    /** Tells a size now and then, and never comes to an end. */
    SIZES_DRIP
}
