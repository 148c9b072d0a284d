package io.redress.privacy;

/** The numbers that are masked. In settings as {@code phone}, {@code id-card}, {@code bank-card}. */
public enum MaskedKind {
    /** Mobile, fixed-line and international numbers; hotlines are nobody's own. */
    PHONE,
    /** A Chinese resident's identity number, of 18 characters or of 15 digits as before 1999. */
    ID_CARD,
    /** A payment card's number (ISO/IEC 7812), of 13 to 19 digits. */
    BANK_CARD
}
