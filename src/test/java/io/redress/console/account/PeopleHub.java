package io.redress.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.permission.Role;
import io.redress.user.PasswordHashes;
import io.redress.user.User;
import io.redress.user.UserAdministration;
import io.redress.user.UserProfile;
import io.redress.user.Users;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub with people who sign in; each test has users and a count of tries of its own. */
public abstract class PeopleHub extends OpsHub {

    public static final String PASSWORD = "correct horse battery staple";

    private static final AtomicInteger NAMES = new AtomicInteger();

    @LocalServerPort
    int ownPort;

    @Autowired
    protected Users users;

    @Autowired
    protected UserAdministration administration;

    @Autowired
    protected PasswordHashes hashes;

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    void nobodyTriedYet() {
        jdbc.sql("delete from sign_in_try").update();
    }

    protected String address() {
        return "http://127.0.0.1:" + ownPort;
    }

    protected Browser browser() {
        return new Browser(ownPort);
    }

    /** A user who chose {@link #PASSWORD}. */
    protected User user(Role... roles) {
        return user(Set.of(), roles);
    }

    protected User user(Set<String> teams, Role... roles) {
        String login = "person" + NAMES.incrementAndGet();
        administration.add(login, new UserProfile("Wang Li", null, Set.of(roles), teams, Set.of(), null), "test");
        User added = administration.get(login);
        return users.change(
                added.id(),
                one -> one.with(one.credentials().withPassword(hashes.hash(PASSWORD), Instant.now(), false)));
    }

    protected Browser signedIn(User user) {
        Browser browser = browser();
        var answer = browser.signIn(user.login(), PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo("/console");
        return browser;
    }
}
