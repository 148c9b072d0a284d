package io.redress.channel.webform;

/** What became of the bytes of a form post. */
sealed interface ParsedForm permits Form, UnreadableForm {}
