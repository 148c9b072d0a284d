package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.permission.Role;
import io.redress.user.AccountEvent;
import io.redress.user.MemoryUsers;
import io.redress.user.User;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What claims make of somebody, without a provider. */
class ProviderGrantsTest {

    private final MemoryUsers users = new MemoryUsers();
    private final List<AccountEvent> events = new ArrayList<>();
    private final ProviderSignIn signIn = new ProviderSignIn(
            () -> new SignInRules(false, Map.of("company", provider())),
            users,
            "logistics"::equals,
            events::add,
            Clock.systemUTC());

    @Test
    void groups_that_are_left_out_as_too_many_are_told() {
        Map<String, Object> claims =
                Map.of("sub", "1", "preferred_username", "li", "_claim_names", Map.of("groups", "src1"));

        assertThat(refusal(claims)).isEqualTo(ProviderRefusal.TOO_MANY_GROUPS);
        assertThat(events).singleElement().extracting(AccountEvent::detail).isEqualTo("by company: too many groups");
    }

    @Test
    void a_name_that_cannot_be_a_login_is_refused() {
        assertThat(refusal(Map.of("sub", "1", "groups", "leads"))).isEqualTo(ProviderRefusal.NO_LOGIN);
        assertThat(refusal(Map.of("sub", "1", "groups", "leads", "preferred_username", "hub")))
                .isEqualTo(ProviderRefusal.NO_LOGIN);
        assertThat(refusal(Map.of("sub", "1", "groups", "leads", "preferred_username", "li\nforged: line")))
                .isEqualTo(ProviderRefusal.NO_LOGIN);
    }

    @Test
    void the_subject_is_the_person_whatever_the_name_is_now() {
        User first = admitted(Map.of("sub", "1", "groups", "leads", "preferred_username", "li"));

        User renamed =
                admitted(Map.of("sub", "1", "groups", "leads", "preferred_username", "wang", "name", "Wang \u0000 Li"));

        assertThat(renamed.id()).isEqualTo(first.id());
        assertThat(renamed.login()).isEqualTo("li");
        assertThat(renamed.displayName()).isEqualTo("Wang   Li");
    }

    @Test
    void the_same_subject_of_another_issuer_is_somebody_else() {
        User first = admitted(Map.of("sub", "1", "groups", "leads", "preferred_username", "li"));

        User other = admitted(
                Map.of("iss", "https://other.example", "sub", "1", "groups", "leads", "preferred_username", "li"));

        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(other.login()).isEqualTo("li@company");
    }

    @Test
    void a_group_without_a_limit_lifts_nobody_else_s() {
        User user = admitted(Map.of("sub", "1", "groups", List.of("leads", "agents"), "preferred_username", "li"));

        assertThat(user.roles()).containsExactlyInAnyOrder(Role.SUPERVISOR, Role.AGENT);
        assertThat(user.scope().teams()).containsExactly("logistics");
    }

    @Test
    void nobody_owns_a_team_s_tickets_by_having_its_name() {
        User user = admitted(Map.of("sub", "1", "groups", "leads", "preferred_username", "Logistics"));

        assertThat(user.login()).isEqualTo("logistics@company");
    }

    @Test
    void groups_are_compared_exactly() {
        assertThat(refusal(Map.of("sub", "1", "groups", List.of("Leads", "leads "), "preferred_username", "li")))
                .isEqualTo(ProviderRefusal.NO_GROUP);
    }

    private User admitted(Map<String, Object> claims) {
        return ((ProviderSignIn.Admitted) signIn.admit("company", claims, "192.0.2.1")).user();
    }

    private ProviderRefusal refusal(Map<String, Object> claims) {
        return ((ProviderSignIn.Refused) signIn.admit("company", claims, "192.0.2.1")).why();
    }

    private static IdentityProvider provider() {
        return new IdentityProvider(
                "company",
                "Company account",
                "https://id.shop.example",
                "redress",
                null,
                List.of("openid"),
                "preferred_username",
                "name",
                "email",
                new ClaimPath("groups"),
                Map.of(
                        "leads", new ClaimGrant(Set.of(Role.SUPERVISOR), Set.of(), Set.of()),
                        "agents", new ClaimGrant(Set.of(Role.AGENT), Set.of("logistics"), Set.of())));
    }
}
