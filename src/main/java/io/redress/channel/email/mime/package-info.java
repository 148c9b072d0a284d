/** The parts of a mail (RFC 5322, MIME), well-formed or not: headers, addresses, transfer encodings, attached files. */
@NullMarked
package io.redress.channel.email.mime;

import org.jspecify.annotations.NullMarked;
