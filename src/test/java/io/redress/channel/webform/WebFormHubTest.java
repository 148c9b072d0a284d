package io.redress.channel.webform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test of forms over real HTTP, through the real routes and kamelet; all of them share one hub. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = WebFormHub.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/channels/complaint-form.camel.yaml,"
                    + "file:src/test/resources/channel/web-form/routes/*.camel.yaml",
            "camel.component.kamelet.location=file:routes/kamelets",
            "spring.servlet.multipart.enabled=false",
            "redress.public-url=https://help.example.com",
            "redress.web-form.per-minute=100000",
            "server.forward-headers-strategy=native",
            "management.endpoint.health.validate-group-membership=false"
        })
@interface WebFormHubTest {}
