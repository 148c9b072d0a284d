package io.redress.ledger.user;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;

import io.redress.encryption.AesGcm;
import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import io.redress.user.Access;
import io.redress.user.AuthenticatorSecret;
import io.redress.user.Credentials;
import io.redress.user.Profile;
import io.redress.user.ProviderIdentity;
import io.redress.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of {@code hub_user}. */
record UserRow(AesGcm encryption) implements RowMapper<User> {

    private static final Logger LOG = LoggerFactory.getLogger(UserRow.class);

    @Override
    public User mapRow(ResultSet row, int n) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("login"),
                new Profile(row.getString("display_name"), row.getString("mail"), row.getString("language")),
                new Access(
                        roles(row),
                        new TicketScope(texts(row, "teams"), texts(row, "categories")),
                        row.getBoolean("disabled"),
                        row.getInt("session_epoch")),
                credentials(row),
                identity(row),
                instant(row, "created_at"),
                instantOrNull(row, "last_sign_in"));
    }

    private static @Nullable ProviderIdentity identity(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return subject == null
                ? null
                : new ProviderIdentity(row.getString("provider"), row.getString("issuer"), subject);
    }

    private Credentials credentials(ResultSet row) throws SQLException {
        return new Credentials(
                row.getString("password_hash"),
                instant(row, "password_set_at"),
                row.getBoolean("must_change"),
                secret(row.getBytes("totp_secret")),
                row.getBoolean("totp_confirmed"),
                texts(row, "recovery_codes"));
    }

    /** One that cannot be read stays one: no code opens until an administrator removes it, and none is not asked for. */
    private @Nullable AuthenticatorSecret secret(byte @Nullable [] encrypted) {
        if (encrypted == null) {
            return null;
        }
        try {
            return AuthenticatorSecret.of(encryption.decrypt(encrypted));
        } catch (IllegalStateException e) {
            LOG.warn(
                    "a second factor cannot be read: restore hub.key, or remove the second factor ({})",
                    e.getMessage());
            return AuthenticatorSecret.random();
        }
    }

    /** A role that a later version wrote gives nothing. */
    private static Set<Role> roles(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        texts(row, "roles").forEach(key -> Role.find(key).ifPresent(roles::add));
        return roles;
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
