package io.redress.access;

/** The hub's own user name at the broker: what carries it as its stamp was sent by a part of the hub. */
public record HubUserName(String value) {}
