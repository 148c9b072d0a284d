package io.redress.identity;

/** Why somebody is not let in; pages have a text for each. */
public enum ProviderRefusal {
    /** The file has no such provider any more. */
    UNKNOWN_PROVIDER,
    /** No value of the groups claim permits anything. */
    NO_GROUP,
    /** The provider left the groups out, as they are too many for a token (Microsoft Entra ID). */
    TOO_MANY_GROUPS,
    DISABLED,
    /** The claim that names a new user is missing, or cannot be a login. */
    NO_LOGIN,
    /** They would lose the role by which the last administrator administers. */
    LAST_ADMINISTRATOR,
    /** They did not let the provider sign them in here. */
    DENIED,
    /** The browser does not have what the hub asked: it took too long, or was begun elsewhere. */
    TOO_LATE,
    /** The provider's answer cannot be trusted, or its token not be had; the log says more. */
    FAILED,
    /** The provider does not answer. */
    UNREACHABLE
}
