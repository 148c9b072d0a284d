/** The body of a form post by its content type: multipart, URL-encoded, JSON. */
@NullMarked
package io.redress.channel.webform.body;

import org.jspecify.annotations.NullMarked;
