package io.redress.ledger.user;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.encryption.AesGcm;
import io.redress.permission.Role;
import io.redress.user.AuthenticatorSecret;
import io.redress.user.ProviderIdentity;
import io.redress.user.User;
import io.redress.user.UserRefused;
import io.redress.user.UserRefused.Reason;
import io.redress.user.Users;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The table {@code hub_user}. Secrets of authenticator apps are encrypted by the hub's own key. */
public final class SqlUsers implements Users {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AesGcm encryption;
    private final UserRow row;

    public SqlUsers(JdbcClient jdbc, TransactionOperations transaction, AesGcm encryption) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.encryption = encryption;
        this.row = new UserRow(encryption);
    }

    @Override
    public Optional<User> find(String login) {
        return jdbc.sql("select * from hub_user where login = ?")
                .param(login)
                .query(row)
                .optional();
    }

    @Override
    public Optional<User> find(UUID id) {
        return jdbc.sql("select * from hub_user where id = ?")
                .param(id)
                .query(row)
                .optional();
    }

    @Override
    public Optional<User> find(String issuer, String subject) {
        return jdbc.sql("select * from hub_user where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(row)
                .optional();
    }

    @Override
    public List<User> all() {
        return jdbc.sql("select * from hub_user order by login").query(row).list();
    }

    @Override
    public void add(User user) {
        try {
            store("""
                    insert into hub_user (id, login, display_name, mail, roles, teams, categories, language,
                      password_hash, password_set_at, must_change, totp_secret, totp_confirmed, recovery_codes,
                      disabled, session_epoch, created_at, provider, issuer, subject)
                    values (:id, :login, :name, :mail, :roles, :teams, :categories, :language,
                      :hash, :set, :change, :secret, :confirmed, :codes, :disabled, :epoch, :created, :provider, :issuer, :subject)
                    """, user);
        } catch (DuplicateKeyException e) {
            throw new UserRefused(
                    Reason.LOGIN_TAKEN, "There is a user with this login", "Take another login, or enable that user.");
        }
    }

    @Override
    public User change(UUID id, UnaryOperator<User> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // two administrators must not disable one another at the same time
            jdbc.sql("lock table hub_user in share row exclusive mode").update();
            User before = find(id).orElseThrow(() -> new UserRefused(
                    Reason.UNKNOWN_USER, "There is not such a user", "See the list of users for their logins."));
            User after = change.apply(before);
            if (before.administers()
                    && !after.administers()
                    && all().stream().noneMatch(other -> !other.id().equals(id) && other.administers())) {
                throw new UserRefused(
                        Reason.LAST_ADMINISTRATOR,
                        "Nobody else who is enabled may manage users",
                        "Make somebody else an administrator first, without teams and categories.");
            }
            store("""
                    update hub_user set display_name = :name, mail = :mail, roles = :roles, teams = :teams,
                      categories = :categories, language = :language, password_hash = :hash,
                      password_set_at = :set, must_change = :change, totp_secret = :secret,
                      totp_confirmed = :confirmed, recovery_codes = :codes, disabled = :disabled,
                      session_epoch = :epoch
                    where id = :id and login = :login and created_at = :created
                    """, after);
            return after;
        }));
    }

    @Override
    public void signedIn(UUID id, Instant at) {
        jdbc.sql("update hub_user set last_sign_in = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    @Override
    public void rehash(UUID id, String before, String hash) {
        jdbc.sql("update hub_user set password_hash = ? where id = ? and password_hash = ?")
                .params(hash, id, before)
                .update();
    }

    @Override
    public boolean takeStep(UUID id, long step) {
        return jdbc.sql("update hub_user set totp_step = :step where id = :id and coalesce(totp_step, 0) < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public boolean takeRecoveryCode(UUID id, String digest) {
        return jdbc.sql("""
                        update hub_user set recovery_codes = array_remove(recovery_codes, :code)
                        where id = :id and :code = any(recovery_codes)
                        """).param("code", digest).param("id", id).update() == 1;
    }

    private void store(String sql, User user) {
        var credentials = user.credentials();
        ProviderIdentity identity = user.identity();
        AuthenticatorSecret secret = credentials.secret();
        jdbc.sql(sql)
                .param("id", user.id())
                .param("login", user.login())
                .param("name", user.displayName())
                .param("mail", user.mail())
                .param("roles", user.roles().stream().map(Role::key).toArray(String[]::new))
                .param("teams", user.scope().teams().toArray(String[]::new))
                .param("categories", user.scope().categories().toArray(String[]::new))
                .param("language", user.language())
                .param("hash", credentials.passwordHash())
                .param("set", utc(credentials.passwordSetAt()))
                .param("change", credentials.mustChange())
                .param("secret", encrypted(secret))
                .param("confirmed", credentials.confirmed())
                .param("codes", credentials.recoveryCodes().toArray(String[]::new))
                .param("disabled", user.disabled())
                .param("epoch", user.sessionEpoch())
                .param("created", utc(user.createdAt()))
                .param("provider", identity == null ? null : identity.provider())
                .param("issuer", identity == null ? null : identity.issuer())
                .param("subject", identity == null ? null : identity.subject())
                .update();
    }

    private byte @Nullable [] encrypted(@Nullable AuthenticatorSecret secret) {
        return secret == null ? null : encryption.encrypt(secret.bytes());
    }
}
