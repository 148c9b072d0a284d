package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.permission.RequiresPermission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks the hub itself for its operations, so that none is forgotten. */
public class PermissionsTest extends OpsHub {

    private static final Set<String> WITHOUT = Set.of(
            "/api/openapi.json",
            "/api/openapi.json.yaml",
            "/api/my/tickets",
            "/console",
            "/console/login",
            "/console/login/code",
            "/console/login/oidc/{provider}",
            "/console/login/password",
            "/console/login/second-factor",
            "/console/logout");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void every_operation_of_the_api_and_every_page_of_the_console_names_the_permission_that_it_needs() {
        List<String> nameless = mapping.getHandlerMethods().entrySet().stream()
                .filter(one -> PermissionInterceptor.required(one.getValue()) == null)
                .filter(one -> !PermissionInterceptor.isForAll(one.getValue()))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") || path.startsWith("/console"))
                .filter(path -> !WITHOUT.contains(path))
                .toList();

        assertThat(nameless).isEmpty();
    }

    @Test
    void an_operation_on_a_ticket_that_is_scoped_has_its_number_in_its_path() {
        List<String> unscoped = mapping.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getKey().getPatternValues().stream().anyMatch(path -> path.contains("{")))
                .filter(one -> {
                    RequiresPermission required = PermissionInterceptor.required(one.getValue());
                    return required != null && required.scoped();
                })
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .filter(path -> !path.contains("{number}"))
                .toList();

        assertThat(unscoped).isEmpty();
    }
}
