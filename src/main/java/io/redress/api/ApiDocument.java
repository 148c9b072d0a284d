package io.redress.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of {@code /api/openapi.json}; the operations describe themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String KEY = "key";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Redress operations API")
                        .version("1")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0"))
                        .description("Finds, explains and replays what came in. Lists run from the newest to the oldest"
                                + " and go on with the cursor of the page before; times are UTC. Errors are problem"
                                + " details (RFC 9457) with a remedy. Within version 1 members are only ever added."))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key of this hub: REDRESS_API_KEY or redress.api.keys")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** The errors that every operation can give. */
    @Bean
    OpenApiCustomizer errors() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDocument::addErrors));
        };
    }

    private static void addErrors(Operation operation) {
        operation
                .getResponses()
                .addApiResponse("400", error("A parameter is unknown or not well-formed; 'parameter' names it"))
                .addApiResponse("401", error("The key is missing or wrong"))
                .addApiResponse("503", error("No key is configured, or the database or the broker is away"));
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> "path".equals(one.getIn()))) {
            operation.getResponses().addApiResponse("404", error("It does not exist"));
        }
    }

    private static ApiResponse error(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457 problem details")
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new Schema<Integer>().type("integer").example(400))
                .addProperty("detail", new StringSchema().example("size must be a whole number from 1 to 500"))
                .addProperty("instance", new StringSchema().example("/api/tickets"))
                .addProperty("remedy", new StringSchema().description("What to do about it"))
                .addProperty(
                        "parameter",
                        new StringSchema().description("The parameter at fault").example("size"));
    }
}
