package io.redress.access;

/** The text of a message and who sent it. */
public record SentMessage(String text, MessageSender sender) {}
