/** Text messages (SMS): how long they are, and the words by which people end them. */
@NullMarked
package io.redress.channel.sms;

import org.jspecify.annotations.NullMarked;
