/** What channels may send: sizes, rates and times of mails, forms, chats and requests. */
@NullMarked
package io.redress.settings.channel;

import org.jspecify.annotations.NullMarked;
