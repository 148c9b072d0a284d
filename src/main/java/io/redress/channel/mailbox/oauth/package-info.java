/** Logins to mail servers by OAuth 2 access tokens (RFC 6749, RFC 7523; XOAUTH2), as files of {@code config/oauth} describe them. */
@NullMarked
package io.redress.channel.mailbox.oauth;

import org.jspecify.annotations.NullMarked;
