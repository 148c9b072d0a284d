package io.redress.reply.sms;

/**
 * Somebody ends text messages, or wants them again.
 *
 * @param number in E.164
 * @param wanted whether text messages are wanted from now on
 */
public record SmsSubscription(String number, boolean wanted) {}
