/** WeCom (企业微信): its encryption, callbacks and messages. */
@NullMarked
package io.redress.channel.chat.wecom;

import org.jspecify.annotations.NullMarked;
