/** Logins to mail servers, tried by hand. */
@NullMarked
package io.redress.channel.mailbox.login;

import org.jspecify.annotations.NullMarked;
