package io.redress.channel.webform.body;

import org.jspecify.annotations.Nullable;

/**
 * A file in a form post.
 *
 * @param field the form field that it came in
 * @param name the sender's name for it, without folders; null when it has none
 */
@SuppressWarnings("ArrayRecordComponent")
public // carried from the parser to the evidence, never compared
record FormFile(String field, @Nullable String name, byte[] bytes) {}
