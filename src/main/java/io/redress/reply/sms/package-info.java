/** Text messages to customers: who gets them, how many, and who wants none. */
@NullMarked
package io.redress.reply.sms;

import org.jspecify.annotations.NullMarked;
