package io.redress.channel.webform.body;

/** What became of the bytes of a form post. */
public sealed interface ParsedForm permits Form, UnreadableForm {}
