package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.permission.TicketOwnership.Belongs;
import io.redress.permission.TicketScope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Whoever may see the tickets of some teams only. */
class TicketScopeTest {

    private final PermissionInterceptor interceptor = new PermissionInterceptor(number ->
            number.equals("R-260701-0AAAA1") ? Optional.of(new Belongs("finance", "billing")) : Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {"R-260701-0AAAA1", "r-260701-0aaaa1", "R-260701-OAAAAI", "R-260701-oaaaal", "x R-260701-0AAAA1"})
    void no_spelling_of_a_number_leads_to_a_ticket_of_another_team(String number) {
        assertThatThrownBy(() -> asks("logistics", number))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("403");
    }

    @Test
    void a_ticket_of_the_own_team_is_shown() throws Exception {
        assertThat(asks("finance", "R-260701-OAAAAI")).isTrue();
    }

    private boolean asks(String team, String number) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/tickets/" + number);
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("number", number));
        request.setUserPrincipal(ApiKeyAuthenticationProvider.authenticated(
                Actor.key("crm", Set.of(Permission.TICKETS_READ), new TicketScope(Set.of(team), Set.of()))));
        return interceptor.preHandle(
                request, new MockHttpServletResponse(), new HandlerMethod(new Tickets(), "get", String.class));
    }

    static class Tickets {

        @RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
        public void get(String number) {}
    }
}
