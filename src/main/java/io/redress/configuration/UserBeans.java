package io.redress.configuration;

import io.redress.configfile.DeclaredNames;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.ReloadableRules;
import io.redress.encryption.AesGcm;
import io.redress.encryption.HmacSha256;
import io.redress.handoff.HubKey;
import io.redress.identity.ProviderSignIn;
import io.redress.identity.SignInReader;
import io.redress.identity.SignInRules;
import io.redress.ledger.user.SqlTryRows;
import io.redress.ledger.user.SqlUsers;
import io.redress.settings.ConsoleSettings;
import io.redress.settings.HubProperties;
import io.redress.user.AccountEvents;
import io.redress.user.LoggedAccountEvents;
import io.redress.user.OwnAccount;
import io.redress.user.PasswordHashes;
import io.redress.user.PasswordPolicy;
import io.redress.user.ProfileRules;
import io.redress.user.SignIn;
import io.redress.user.User;
import io.redress.user.UserAdministration;
import io.redress.user.Users;
import io.redress.user.throttle.SignInThrottle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** People who sign in. Their time is the real one, however fast the hub's own clock is set: apps show codes by it. */
@Configuration(proxyBeanMethods = false)
@Import({LoggedAccountEvents.class, SqlTryRows.class})
class UserBeans {

    private static final Clock REAL = Clock.systemUTC();

    @Bean
    Users users(JdbcClient jdbc, TransactionOperations transaction, HubKey key) {
        return new SqlUsers(jdbc, transaction, new AesGcm(key.derive("users")));
    }

    @Bean
    SignInThrottle signInThrottle(SqlTryRows rows, HubKey key) {
        return new SignInThrottle(rows, new HmacSha256(key.derive("sign-in-tries")), REAL);
    }

    @Bean
    ReloadableRules<SignInRules> signInRules(HubProperties hub, ConsoleSettings settings, Clock clock) {
        Path config = hub.configDir();
        Path file = settings.signInFile() == null ? SignInReader.file(config) : settings.signInFile();
        return new ReloadableRules<>(
                "ways of signing in",
                List.of(file),
                () -> new SignInReader(
                                file, DeclaredNames.owners(config), DeclaredNames.categories(config), System::getenv)
                        .read(),
                clock);
    }

    @Bean
    SignIn signIn(
            Users users,
            PasswordHashes hashes,
            SignInThrottle throttle,
            ReloadableRules<SignInRules> signInRules,
            List<AccountEvents> events) {
        Predicate<User> mayUsePassword =
                user -> user.administers() || !signInRules.get().passwordsForAdministratorsOnly();
        return new SignIn(users, hashes, throttle, mayUsePassword, AccountEvents.all(events), REAL);
    }

    @Bean
    ProviderSignIn providerSignIn(
            ReloadableRules<SignInRules> signInRules, Users users, ProfileRules rules, List<AccountEvents> events) {
        return new ProviderSignIn(signInRules, users, rules::isTeam, AccountEvents.all(events), REAL);
    }

    @Bean
    OwnAccount ownAccount(
            Users users,
            PasswordHashes hashes,
            SignInThrottle throttle,
            List<AccountEvents> events,
            ConsoleSettings settings,
            HubProperties hub) {
        List<String> names = new ArrayList<>(settings.shopWords());
        names.add(String.valueOf(hub.publicAddress().getHost()));
        return new OwnAccount(users, hashes, new PasswordPolicy(names), throttle, AccountEvents.all(events), REAL);
    }

    @Bean
    ProfileRules profileRules(HubProperties hub) {
        return new ProfileRules(
                declared(() -> DeclaredNames.owners(hub.configDir())),
                declared(() -> DeclaredNames.categories(hub.configDir())));
    }

    @Bean
    UserAdministration userAdministration(
            Users users, ProfileRules rules, PasswordHashes hashes, List<AccountEvents> events) {
        return new UserAdministration(users, rules, hashes, AccountEvents.all(events), REAL);
    }

    /** None while the file is broken, which its own check tells. */
    private static Supplier<Set<String>> declared(Supplier<Set<String>> names) {
        return () -> {
            try {
                return names.get();
            } catch (InvalidConfiguration toldByItsOwnCheck) {
                return Set.of();
            }
        };
    }
}
