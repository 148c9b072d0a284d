package io.redress.reply.sms;

/** The numbers whose owners want no text messages; kept as keyed marks, over restarts, and shared by all nodes. */
public interface SmsOptOuts {

    /** Somebody ends text messages, or wants them again. */
    void set(SmsSubscription subscription);

    /** @param number in E.164 */
    boolean isOut(String number);
}
