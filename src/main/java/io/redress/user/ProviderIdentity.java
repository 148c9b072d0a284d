package io.redress.user;

/**
 * Whom an OpenID provider says that a user is. Issuer and subject tell people apart (OpenID Connect Core, section 5.7); names and
 * addresses may be given to somebody else.
 *
 * @param provider its key in {@code config/sign-in.yaml}
 */
public record ProviderIdentity(String provider, String issuer, String subject) {}
