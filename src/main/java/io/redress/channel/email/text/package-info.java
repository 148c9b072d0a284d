/** What the parts of a mail say, as plain text: HTML, RTF, TNEF, invitations; quotes and signatures set apart. */
@NullMarked
package io.redress.channel.email.text;

import org.jspecify.annotations.NullMarked;
