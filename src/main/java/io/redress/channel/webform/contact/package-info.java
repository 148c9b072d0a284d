/** Whether the addresses and numbers that people write into a form can be answered; nothing outside is asked. */
@NullMarked
package io.redress.channel.webform.contact;

import org.jspecify.annotations.NullMarked;
