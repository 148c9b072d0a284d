/** From which other sites' pages a form may be sent (Fetch standard, CORS protocol). */
@NullMarked
package io.redress.channel.webform.origin;

import org.jspecify.annotations.NullMarked;
